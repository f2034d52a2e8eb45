// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import Testing

@Suite struct RepositoryReferenceTests {
    private func decode(_ json: String) throws -> RepositoryReference {
        try JSONDecoder().decode(RepositoryReference.self, from: Data(json.utf8))
    }

    @Test(arguments: [
        ("65600975", RepositoryReference(id: RepositoryID(rawValue: 65_600_975))),
        (#""pytorch/pytorch""#, RepositoryReference(name: "pytorch/pytorch")),
        (#"{"id":1}"#, RepositoryReference(id: RepositoryID(rawValue: 1))),
        (#"{"repository":"a/b.c-d_e"}"#, RepositoryReference(name: "a/b.c-d_e")),
        (#"{"id":1,"repository":"a/b"}"#, RepositoryReference(id: RepositoryID(rawValue: 1), name: "a/b")),
    ])
    func isANumberANameOrBoth(_ json: String, _ expected: RepositoryReference) throws {
        #expect(try decode(json) == expected)
    }

    @Test(arguments: [
        "0", "-1", #""pytorch""#, #""a/b/c""#, #""a/""#, #""/b""#, #""a b/c""#, #""https://github.com/a/b""#, #""ä/b""#,
        "{}", #"{"id":0}"#, #"{"id":1,"repository":"b"}"#, "[]", "null", "1.5", #"{"id":"1"}"#,
    ])
    func refusesWhatNamesNoRepository(_ json: String) {
        #expect(throws: DecodingError.self) { try decode(json) }
    }

    @Test(arguments: [
        RepositoryReference(id: RepositoryID(rawValue: 7)), RepositoryReference(name: "a/b"),
        RepositoryReference(id: RepositoryID(rawValue: 7), name: "a/b"),
    ])
    func isTheSameAfterEncodingAndDecoding(_ reference: RepositoryReference) throws {
        let data = try JSONEncoder().encode(reference)
        #expect(try JSONDecoder().decode(RepositoryReference.self, from: data) == reference)
    }

    @Test func isShownByNameElseByNumber() {
        #expect("\(RepositoryReference(id: RepositoryID(rawValue: 7), name: "a/b"))" == "a/b")
        #expect("\(RepositoryReference(id: RepositoryID(rawValue: 7)))" == "#7")
    }

    @Test func partsOfANameHaveAtMostAHundredCharacters() {
        let hundred = String(repeating: "x", count: 100)
        #expect(RepositoryReference.isName("\(hundred)/\(hundred)"))
        #expect(!RepositoryReference.isName("\(hundred)x/y"))
    }
}
