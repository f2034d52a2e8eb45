// SPDX-License-Identifier: Apache-2.0
//
// A parser and the texts it hands out. They are not copied: those without escapes point into the bytes that were
// parsed, the others into the parser's own memory, so they hold as long as these bytes and until the parser's next use.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bytes that must be readable behind the text that is parsed.
extern const size_t panorama_json_padding;

typedef struct panorama_parser panorama_parser;

/// A parser, or NULL when memory is short.
panorama_parser *panorama_parser_create(void);
void panorama_parser_destroy(panorama_parser *parser);

typedef struct {
    const uint8_t *bytes;
    size_t count;
} panorama_text;

#ifdef __cplusplus
}
#endif
