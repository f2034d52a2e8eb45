// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

extension CountedPairParser {
    /// Reads a row that is written plainly, in one pass over its bytes: the month of the row before, no quotes, numbers of up
    /// to 18 digits, names as GitHub allows them.
    ///
    /// - Returns: `nil` for any other row, which may still be good; ``parseFields(_:)`` tells.
    func plainRow(_ line: UnsafeRawBufferPointer) -> CountedPairRow? {
        var row = CountedPairRow(month: recent.month)
        var place = 0
        var (isValid, isActive): (Bool?, Bool?) = (nil, nil)
        for index in head.columns.indices {
            if index > 0 {
                guard place < line.count, unsafe line[place] == UInt8(ascii: ",") else { return nil }
                place += 1
            }
            switch head.columns[index] {
            case .count(let counter):
                guard let count = unsafe UInt32(exactly: line.number(at: &place)) else { return nil }
                if count > 0 { row.pair.counts[counter] = count }
            case .month:
                guard line.count - place >= 7, unsafe line.sevenBytes(at: place) == recent.digits else { return nil }
                place += 7
            case .developerID:
                let id = unsafe line.number(at: &place)
                guard id > 0 else { return nil }
                row.pair.developer = DeveloperID(rawValue: id)
            case .repositoryID:
                let id = unsafe line.number(at: &place)
                guard id > 0 else { return nil }
                row.pair.repository = RepositoryID(rawValue: id)
            case .developerLogin: unsafe row.login = line.upToComma(from: &place)
            case .repositoryName: unsafe row.repositoryName = line.upToComma(from: &place)
            case .valid:
                guard let flag = unsafe line.flag(at: &place) else { return nil }
                isValid = flag
            case .active:
                guard let flag = unsafe line.flag(at: &place) else { return nil }
                isActive = flag
            }
        }
        guard place == line.count else { return nil }
        row.pair.isValid = isValid ?? row.pair.counts.makeValid
        row.pair.isActive = isActive ?? row.pair.counts.makeActive
        return identifyPlainly(&row) ? row : nil
    }

    /// Checks names, and keys what has no number by them; false where any is not plain.
    private func identifyPlainly(_ row: inout CountedPairRow) -> Bool {
        if unsafe !row.login.isEmpty {
            guard unsafe row.login.isLogin else { return false }
            row.pair.isBot = unsafe row.login.isLoginOfBot
        }
        if row.pair.developer.rawValue == 0 {
            guard unsafe !row.login.isEmpty else { return false }
            row.pair.developer = unsafe .unidentified(bytes: row.login)
        }
        if unsafe !row.repositoryName.isEmpty || row.pair.repository.rawValue == 0 {
            guard unsafe row.repositoryName.isRepositoryName else { return false }
        }
        if row.pair.repository.rawValue == 0 {
            row.pair.repository = unsafe .unidentified(bytes: row.repositoryName)
        }
        return true
    }
}

extension UnsafeRawBufferPointer {
    /// The number that digits from a place on mean, up to 18 of them; 0 where there are none.
    fileprivate func number(at place: inout Int) -> Int64 {
        var value: Int64 = 0
        let end = Swift.min(count, place + 18)
        while place < end {
            let digit = unsafe self[place] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            value = value &* 10 &+ Int64(digit)
            place += 1
        }
        return value
    }

    /// The bytes from a place to the next comma or the end.
    fileprivate func upToComma(from place: inout Int) -> UnsafeRawBufferPointer {
        let start = place
        while place < count, unsafe self[place] != UInt8(ascii: ",") { place += 1 }
        return unsafe UnsafeRawBufferPointer(rebasing: self[start..<place])
    }

    /// A digit of 0 or 1 at a place.
    fileprivate func flag(at place: inout Int) -> Bool? {
        guard place < count else { return nil }
        let digit = unsafe self[place] &- UInt8(ascii: "0")
        guard digit <= 1 else { return nil }
        place += 1
        return digit == 1
    }

    /// Seven bytes from a place on as one number, the first highest; there must be as many.
    func sevenBytes(at place: Int) -> UInt64 {
        var value: UInt64 = 0
        for offset in 0..<7 { value = unsafe value << 8 | UInt64(self[place + offset]) }
        return value
    }
}
