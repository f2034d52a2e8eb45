// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import PanoramaStore
import PanoramaWatch

/// Moves files out of the inbox once nothing more is to be done with them, where the settings say so.
struct FileMover {
    let inbox: String
    let settings: IntakeSettings

    /// Whether any files are moved at all.
    var isActive: Bool { settings.done != nil || settings.failed != nil }

    /// Moves a file to the folder for its state, if there is one; nothing there is overwritten.
    ///
    /// - Returns: whether it was moved.
    /// - Throws: ``StoreError`` with the reason; the file is then where it was.
    func move(_ file: FileEntry) throws -> Bool {
        guard let folder = folder(for: file.state), isUnchanged(file) else { return false }
        let wanted = "\(folder)/\(file.path)"
        try DurableFile.makeDirectory((wanted as NSString).deletingLastPathComponent)
        var target = wanted
        var number = 0
        while (try? FileManager.default.attributesOfItem(atPath: target)) != nil {
            number += 1
            target = "\(wanted).\(number)"
        }
        guard rename("\(inbox)/\(file.path)", target) == 0 else {
            if errno == ENOENT { return false }
            let hint = errno == EXDEV ? "; it must be on the same file system as the inbox" : ""
            throw StoreError(
                .inputOutput,
                "cannot move \(file.path) to \(folder): \(String(cString: strerror(errno)))\(hint)"
            )
        }
        return true
    }

    /// Whether the path still holds the file that was looked at: another one may have been put there since.
    private func isUnchanged(_ file: FileEntry) -> Bool {
        var status = stat()
        guard stat("\(inbox)/\(file.path)", &status) == 0 else { return false }
        return FileEntry(InboxFile(path: file.path, status: status)).isSameFile(as: file)
    }

    private func folder(for state: FileEntry.State) -> String? {
        switch state {
        case .done, .duplicate: settings.done
        case .failed: settings.failed
        case .waiting, .incomplete, .reading, .forgotten: nil
        }
    }
}
