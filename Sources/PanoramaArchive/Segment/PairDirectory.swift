// SPDX-License-Identifier: Apache-2.0

extension ByteWriter {
    /// Writes what belongs to all blocks of a list, then for each its first developer and number of pairs.
    mutating func write(directoryOf list: PairList) {
        write(list.repositories.count)
        var previous: Int64 = 0
        for id in list.repositories {
            write(UInt64(bitPattern: id &- previous))
            previous = id
        }
        write(list.blocks.count)
        for block in list.blocks {
            writeSigned(block.developer)
            write(block.count)
        }
    }

    /// Writes a list whole.
    package mutating func write(_ list: PairList) {
        write(directoryOf: list)
        for block in list.blocks {
            write(column: block.columns)
        }
    }
}

extension ByteReader {
    /// What ``ByteWriter/write(directoryOf:)`` wrote.
    struct PairDirectory {
        var repositories: [Int64] = []
        var blocks: [(developer: Int64, count: Int)] = []
    }

    /// Reads what belongs to all blocks of a list.
    mutating func readPairDirectory() throws(SegmentError) -> PairDirectory {
        var directory = PairDirectory()
        let count = try readCount()
        guard count <= Int32.max else { throw SegmentError("there are too many repositories") }
        directory.repositories.reserveCapacity(count)
        var id: Int64 = 0
        for index in 0..<count {
            let last = id
            id = id &+ Int64(bitPattern: try readUInt64())
            guard index == 0 || id > last else { throw SegmentError("repositories are out of order") }
            directory.repositories.append(id)
        }
        for _ in 0..<(try readCount()) {
            let block = (developer: try readSigned(), count: try readAmount())
            if let last = directory.blocks.last, last.developer >= block.developer {
                throw SegmentError("blocks are out of order")
            }
            directory.blocks.append(block)
        }
        return directory
    }

    /// Reads a list that was written whole.
    package mutating func readPairList() throws(SegmentError) -> PairList {
        let directory = try readPairDirectory()
        var blocks: [PairList.Block] = []
        for (developer, count) in directory.blocks {
            let columns = try readBytes(count: try readCount())
            blocks.append(try PairList.Block(developer: developer, count: count, columns: columns))
        }
        return PairList(repositories: directory.repositories, blocks: blocks)
    }
}
