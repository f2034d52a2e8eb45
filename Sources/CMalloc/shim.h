// SPDX-License-Identifier: Apache-2.0
//
// What the C library's heap does with memory that was freed; only glibc's can be told.
#pragma once

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif
