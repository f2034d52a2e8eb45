// SPDX-License-Identifier: Apache-2.0

/// Room for one `owner/name` that is put together from its parts.
@safe struct NameBuffer: ~Copyable {
    private var room: UnsafeMutableRawBufferPointer

    init() {
        unsafe room = .allocate(byteCount: 256, alignment: 1)
    }

    deinit { unsafe room.deallocate() }

    /// The parts with a slash between them; the bytes hold until the next use.
    mutating func join(_ owner: UnsafeRawBufferPointer, _ name: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        let count = owner.count + 1 + name.count
        if unsafe count > room.count {
            unsafe room.deallocate()
            unsafe room = .allocate(byteCount: count * 2, alignment: 1)
        }
        unsafe room.copyMemory(from: owner)
        unsafe room[owner.count] = UInt8(ascii: "/")
        unsafe UnsafeMutableRawBufferPointer(rebasing: room[(owner.count + 1)...]).copyMemory(from: name)
        return unsafe UnsafeRawBufferPointer(rebasing: room[..<count])
    }
}
