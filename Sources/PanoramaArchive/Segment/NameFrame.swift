// SPDX-License-Identifier: Apache-2.0

/// A frame of a ``NameList`` while it is put together.
///
/// Layout, numbers LEB128: the table, the number of names; then the columns: ids (differences), first times (differences),
/// spans from first to last time, lengths, and the bytes of the names.
struct NameFrame {
    private let table: NameList.Table
    private var ids: [UInt64] = []
    private var firsts: [UInt64] = []
    private var spans: [UInt64] = []
    private var lengths: [UInt64] = []
    private var bytes: [UInt8] = []
    private var id: Int64 = 0
    private var first: Int64 = 0

    init(_ table: NameList.Table) { self.table = table }

    /// Adds a name; those of a frame come by id, then name.
    mutating func add(id: Int64, first: Int64, last: Int64, name: some Collection<UInt8>) {
        ids.append(UInt64(zigzag: id &- self.id))
        firsts.append(UInt64(zigzag: first &- self.first))
        spans.append(UInt64(bitPattern: last &- first))
        lengths.append(UInt64(name.count))
        bytes.append(contentsOf: name)
        (self.id, self.first) = (id, first)
    }

    /// The content of the frame.
    var packed: [UInt8] {
        var writer = ByteWriter()
        writer.write(table.rawValue)
        writer.write(ids.count)
        for column in [ids, firsts, spans, lengths] { writer.write(all: column) }
        writer.write(bytes: bytes)
        return writer.bytes
    }
}
