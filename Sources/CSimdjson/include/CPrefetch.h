// SPDX-License-Identifier: Apache-2.0
//
// What Swift has no word for.
#pragma once

/// Asks for the cache line at an address; any address may be given.
static inline void panorama_prefetch(const void *address) { __builtin_prefetch(address); }
