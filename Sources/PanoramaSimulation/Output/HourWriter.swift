// SPDX-License-Identifier: Apache-2.0

import CISAL

/// Takes the lines of one hour and makes the file: one gzip member by ISA-L, or plain lines.
///
/// Lines are gathered to chunks of a fixed size before they are compressed, so the bytes of the file depend on the lines
/// alone.
struct HourWriter: ~Copyable {
    private static let chunk = 1 << 20
    private static let level: UInt32 = 2
    /// ISA-L's `ISAL_DEF_LVL2_DEFAULT`, which is too involved a macro for the importer, rounded up.
    private static let levelBytes = 512 << 10

    private var file: OutputFile
    private var lines = ByteBuffer(capacity: HourWriter.chunk + (256 << 10))
    private let stream: UnsafeMutablePointer<isal_zstream>?
    private let levelBuffer: UnsafeMutablePointer<UInt8>
    private let output: UnsafeMutablePointer<UInt8>
    /// What ISA-L says about the header: 0, or how much room it lacks.
    private var missingForHeader: UInt32 = 0
    /// Bytes of JSON so far.
    private(set) var jsonBytes = 0
    /// Bytes of the file so far.
    var fileBytes: Int { file.bytes }

    /// Opens the file; with a comment it is a gzip file that bears it, without one it is plain.
    init(path: String, comment: String?) throws(SimulationError) {
        file = try OutputFile(path: path)
        levelBuffer = .allocate(capacity: Self.levelBytes)
        output = .allocate(capacity: Self.chunk)
        guard let comment else {
            stream = nil
            return
        }
        let stream = UnsafeMutablePointer<isal_zstream>.allocate(capacity: 1)
        self.stream = stream
        isal_deflate_init(stream)
        stream.pointee.level = Self.level
        stream.pointee.level_buf = levelBuffer
        stream.pointee.level_buf_size = UInt32(Self.levelBytes)
        stream.pointee.gzip_flag = UInt16(IGZIP_GZIP_NO_HDR)
        stream.pointee.next_out = output
        stream.pointee.avail_out = UInt32(Self.chunk)
        var header = isal_gzip_header()
        isal_gzip_header_init(&header)
        header.os = 255
        var text = Array(comment.utf8CString)
        missingForHeader = text.withUnsafeMutableBufferPointer { buffer in
            header.comment = buffer.baseAddress
            header.comment_buf_len = UInt32(buffer.count)
            return isal_write_gzip_header(stream, &header)
        }
    }

    deinit {
        stream?.deallocate()
        levelBuffer.deallocate()
        output.deallocate()
    }

    /// Adds a range of a buffer that holds whole lines.
    mutating func add(_ buffer: borrowing ByteBuffer, _ range: Range<Int>) throws(SimulationError) {
        lines.append(buffer, range)
        jsonBytes += range.count
        if lines.count >= Self.chunk { try flush(last: false) }
    }

    /// Writes what is left and gives the file its name.
    mutating func finish() throws(SimulationError) {
        try flush(last: true)
        try file.finish()
    }

    private mutating func flush(last: Bool) throws(SimulationError) {
        guard let stream else {
            try lines.withBytes { (bytes) throws(SimulationError) in try file.write(bytes) }
            lines.removeAll()
            return
        }
        guard missingForHeader == 0 else { throw .compression(file.path, Int32(bitPattern: missingForHeader)) }
        try lines.withBytes { (bytes) throws(SimulationError) in
            stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
            stream.pointee.avail_in = UInt32(bytes.count)
            stream.pointee.end_of_stream = last ? 1 : 0
            while true {
                let result = isal_deflate(stream)
                guard result == COMP_OK else { throw .compression(file.path, result) }
                let full = stream.pointee.avail_out == 0
                let used = Self.chunk - Int(stream.pointee.avail_out)
                try file.write(UnsafeBufferPointer(start: output, count: used))
                stream.pointee.next_out = output
                stream.pointee.avail_out = UInt32(Self.chunk)
                if !full && stream.pointee.avail_in == 0 { break }
            }
        }
        lines.removeAll()
    }
}
