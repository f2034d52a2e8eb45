// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaStore

/// Where a long text goes, piece by piece: standard output, or a file that is there when it is whole.
final class TextOutput {
    private let path: String?
    /// Where the pieces gather until the file is whole; `nil` where they go to their place at once.
    private var temporary: String?
    private let handle: FileHandle

    /// Opens the output; without a path that is standard output.
    ///
    /// What is there and no regular file, such as a pipe, is written to in place.
    ///
    /// - Throws: ``StoreError`` of the code ``StoreError/Code/inputOutput``.
    init(path: String?) throws {
        self.path = path
        guard let path else {
            handle = .standardOutput
            return
        }
        var status = stat()
        let isInPlace = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
        let target = isInPlace ? path : "\(path).\(getpid()).part"
        let flags = isInPlace ? O_WRONLY | O_CLOEXEC : O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
        let descriptor = open(target, flags, 0o644)
        guard descriptor >= 0 else { throw Self.failure("write", path) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        if !isInPlace { temporary = target }
    }

    /// Writes the next piece.
    func write(_ text: String) throws {
        do {
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            throw StoreError(
                .inputOutput,
                "cannot write \(path ?? "to standard output"): \(error.localizedDescription)"
            )
        }
    }

    /// Puts the file in its place.
    func finish() throws {
        guard let path, let temporary else { return }
        try handle.close()
        guard rename(temporary, path) == 0 else { throw Self.failure("write", path) }
        self.temporary = nil
    }

    deinit { temporary.map { _ = unlink($0) } }

    private static func failure(_ verb: String, _ path: String) -> StoreError {
        StoreError(.inputOutput, "cannot \(verb) \(path): \(String(cString: strerror(errno)))")
    }
}
