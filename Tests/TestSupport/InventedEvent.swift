// SPDX-License-Identifier: Apache-2.0

/// A line of an archive hour, made up for a test.
package struct InventedEvent {
    package var id: String
    package var type: String
    package var developer: Int
    package var login: String
    package var repository: Int
    package var name: String
    package var payload: String
    package var time: String

    /// Makes an event; what is not given is plain.
    package init(
        id: Int,
        type: String = "IssuesEvent",
        developer: Int = 1,
        login: String? = nil,
        repository: Int = 100,
        name: String? = nil,
        payload: String = #"{"action":"opened","issue":{"id":7,"title":"It breaks"}}"#,
        time: String = "2025-01-15T07:30:00Z"
    ) {
        self.id = String(id)
        self.type = type
        self.developer = developer
        self.login = login ?? "dev\(developer)"
        self.repository = repository
        self.name = name ?? "owner/repo\(repository)"
        self.payload = payload
        self.time = time
    }

    /// The event as a line, without its line feed.
    package var line: String {
        #"{"id":"\#(id)","type":"\#(type)","actor":{"id":\#(developer),"login":"\#(login)"},"#
            + #""repo":{"id":\#(repository),"name":"\#(name)"},"payload":\#(payload),"public":true,"created_at":"\#(time)"}"#
    }
}
