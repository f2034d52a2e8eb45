// SPDX-License-Identifier: Apache-2.0

import CSimdjson

/// The memory in which one JSON text after the other is parsed.
@safe struct JSONParser: ~Copyable {
    let pointer: OpaquePointer

    /// Takes the memory.
    ///
    /// - Throws: ``ArchiveError/Code/unreadable`` when it is short.
    init() throws(ArchiveError) {
        guard let pointer = unsafe panorama_parser_create() else {
            throw ArchiveError(.unreadable, "not enough memory to parse")
        }
        unsafe self.pointer = pointer
    }

    deinit { unsafe panorama_parser_destroy(pointer) }
}
