// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

extension IntakeSettings {
    /// Reads the keys of the inbox; those that are left out keep their defaults.
    init(_ fields: MappingReader) {
        self.init()
        let hour = 3_600.0
        let day = 24 * hour
        fields.read("watch", .choice, into: &watch)
        fields.read("settle", .duration(in: 0...hour), into: &settle)
        fields.read("rescan", .duration(in: 1...7 * day), into: &rescan)
        fields.read("incomplete", .duration(in: 0...30 * day), into: &incomplete)
        fields.read("quiet", .duration(in: 0...day), into: &quiet)
        fields.read("bad-lines", .share, into: &badLines)
    }
}
