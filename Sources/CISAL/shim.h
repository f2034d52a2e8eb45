// SPDX-License-Identifier: Apache-2.0
//
// ISA-L as it is, to compress by; members are inflated by CGzip.
#pragma once

#include <isa-l/igzip_lib.h>
