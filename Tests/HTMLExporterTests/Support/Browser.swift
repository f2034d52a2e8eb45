// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A headless Chromium that opens a page and gives back what became of it.
enum Browser {
    /// What a browser made of a page.
    struct Visit {
        /// The document after its scripts ran.
        var document: String
        /// What it said on its console, a line each.
        var console: [String]

        /// The verdict that a probe left in the document: lines of text, none when all is well; `nil` without a verdict.
        var verdict: [String]? {
            guard let start = document.range(of: "<pre id=\"verdict\">"),
                let end = document.range(of: "</pre>", range: start.upperBound..<document.endIndex)
            else { return nil }
            return document[start.upperBound..<end.lowerBound].split(separator: "\n").map(String.init)
        }
    }

    /// The program, where one is installed.
    static let program: URL? = ["chromium", "chromium-browser", "google-chrome"].lazy
        .map { URL(fileURLWithPath: "/usr/bin/\($0)") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }

    /// Opens a page in a window of a width; with a probe, in a copy that lets the probe run at its end.
    static func visit(_ page: String, width: Int, probe: String? = nil) throws -> Visit {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("panorama-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("index.html")
        let copy = probe.map { prepared(page, $0) } ?? page
        try Data((width < leastWidth ? framed(copy, width) : copy).utf8).write(to: file)
        let (output, errors) = (folder.appendingPathComponent("out"), folder.appendingPathComponent("err"))
        for path in [output, errors] { try Data().write(to: path) }
        let process = Process()
        // A browser that hangs must not hang the tests.
        process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
        process.arguments = [
            "--kill-after=5", "40", program?.path ?? "",
            "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--enable-logging=stderr", "--v=0",
            "--user-data-dir=\(folder.path)/profile", "--no-first-run", "--disable-extensions", "--timeout=20000",
            "--window-size=\(max(width, leastWidth)),1000", "--dump-dom", file.absoluteString,
        ]
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let log = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        return Visit(
            document: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            console: log.split(separator: "\n").filter { $0.contains("CONSOLE") }.map(String.init)
        )
    }

    /// The width below which the browser opens no window.
    private static let leastWidth = 500

    /// A document that holds a page in a frame of a width, as a narrow window would show it.
    private static func framed(_ page: String, _ width: Int) -> String {
        let text = page.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "\"", with: "&quot;")
        return """
            <!DOCTYPE html><meta charset="utf-8"><body style="margin:0">
            <iframe width="\(width)" height="1000" style="border:0" srcdoc="\(text)"></iframe></body>
            """
    }

    /// A copy of a page without its policy, which would not let a probe run, and with the probe at its end.
    private static func prepared(_ page: String, _ probe: String) -> String {
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        let open = lines.filter { !$0.contains("http-equiv=\"Content-Security-Policy\"") }.joined(separator: "\n")
        return open.replacingOccurrences(of: "</body>", with: "<script>\n\(probe)\n</script>\n</body>")
    }
}
