// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import Testing

@testable import HTMLExporter

@Suite struct SecurityTests {
    @Test(arguments: [
        ("style", StyleSheet.markup, PageSecurity.styleHash), ("script", PageScript.markup, PageSecurity.scriptHash),
    ])
    func thePolicyNamesTheHashOfWhatThePageHolds(name: String, markup: Markup, hash: String) throws {
        let found = try Self.sha256(markup.source)
        #expect(found == hash, "write \(found) as the hash of the \(name) in PageSecurity.swift")
    }

    @Test func thePolicyForbidsEverythingElse() {
        let page = Samples.page(Samples.landscape(scores: [1]))
        #expect(page.contains("content=\"default-src 'none'; style-src 'sha256-\(PageSecurity.styleHash)'; "))
        #expect(page.contains("script-src 'sha256-\(PageSecurity.scriptHash)'; img-src data:; base-uri 'none'; "))
    }

    @Test func scriptAndStyleHoldNothingThatEndsThem() {
        #expect(!PageScript.markup.source.lowercased().contains("</"))
        #expect(!PageScript.markup.source.contains("innerHTML"))
        #expect(!StyleSheet.markup.source.lowercased().contains("</"))
    }

    /// The SHA-256 of a text in Base64, by the system's own program.
    private static func sha256(_ text: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        // The text is shorter than a pipe holds, or the program reads it as it comes: neither side waits for the other.
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
        let answer = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let digits = Array(answer.prefix(64))
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
        return Data(bytes).base64EncodedString()
    }
}
