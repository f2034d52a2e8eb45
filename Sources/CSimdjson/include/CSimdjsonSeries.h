// SPDX-License-Identifier: Apache-2.0
//
// The fields of one flat JSON object, by simdjson's On-Demand parser: series of months and the like.
#pragma once

#include "CSimdjson.h"

#ifdef __cplusplus
extern "C" {
#endif

/// What the value of a field is.
typedef enum {
    /// An object, an array, a truth value or null.
    panorama_field_other = 0,
    panorama_field_number,
    panorama_field_text,
} panorama_field_kind;

/// A field of an object; its texts hold until the call returns.
typedef struct {
    /// The key, escapes resolved.
    panorama_text key;
    /// Where the key stands in the text, in bytes.
    size_t offset;
    panorama_field_kind kind;
    /// The value where it is a number.
    double number;
    /// The value where it is a text.
    panorama_text text;
} panorama_field;

/// Takes a field; anything but 0 ends the reading.
typedef int (*panorama_take_field)(void *context, const panorama_field *field);

/// How reading the fields ended.
typedef enum {
    panorama_fields_ok = 0,
    /// Not JSON, or not a single JSON value; some fields may have been taken.
    panorama_fields_malformed,
    /// JSON, but not an object.
    panorama_fields_not_an_object,
    /// The callback ended it.
    panorama_fields_stopped,
} panorama_fields_status;

/// Hands on the fields of the one object that `count` bytes hold, behind which `panorama_json_padding` more are readable.
panorama_fields_status panorama_each_field(
    const uint8_t *bytes, size_t count, panorama_take_field take, void *context
);

#ifdef __cplusplus
}
#endif
