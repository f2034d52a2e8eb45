// SPDX-License-Identifier: Apache-2.0

/// How much compressed data may inflate to before it is taken for a bomb.
///
/// Archive hours inflate to 6 to 20 times their size and up to a gigabyte; hours of short, nearly equal events to 60 times.
struct InflationLimits {
    /// The most bytes a file may inflate to.
    var bytes = 64 << 30
    /// The most bytes that a byte of compressed data may inflate to, on average over what was read of the file.
    var ratio = 200
    /// The ratio is not looked at before a file has inflated to more than this.
    var freeBytes = 256 << 20

    /// Holds the state of inflation against the limits.
    ///
    /// - Throws: ``ArchiveError/Code/tooLarge``.
    func check(inflated: Int, compressed: Int, _ compression: Compression) throws(ArchiveError) {
        guard inflated > freeBytes else { return }
        guard inflated <= bytes else {
            throw ArchiveError(
                .tooLarge,
                "the \(compression.rawValue) data inflates to more than \(Self.size(bytes)), the most that a file may "
                    + "hold; split it into smaller files"
            )
        }
        guard inflated / ratio <= compressed else {
            throw ArchiveError(
                .tooLarge,
                "the \(compression.rawValue) data inflates to more than \(ratio) times its size (\(Self.size(inflated)) "
                    + "from the first \(Self.size(compressed))), as no archive does; "
                    + "if it is meant, drop it uncompressed"
            )
        }
    }

    private static func size(_ bytes: Int) -> String {
        for (power, unit) in [(30, "GiB"), (20, "MiB"), (10, "KiB")] where bytes >= 1 << power {
            return "\(bytes >> power) \(unit)"
        }
        return "\(bytes) bytes"
    }
}
