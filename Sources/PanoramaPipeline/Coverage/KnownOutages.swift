// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The outages of the public archive that are known, in order; a table of facts, told in the documentation too.
///
/// Files of the time before 2015 are named by the hour in California; their hours are given in UTC here.
enum KnownOutages {
    static let all: [KnownOutage] = [
        flaw("2011-03-16T04", source: "gharchive.org issue 53"),
        gap("2012-03-01T16", source: "gharchive.org issue 141"),
        gap("2012-03-05T12", "2012-03-05T15", source: "gharchive.org issue 141"),
        gap("2012-03-10T17", "2012-03-11T05", source: "gharchive.org issue 141"),
        flaw("2012-11-01T06", source: "gharchive.org issue 23"),
        gap("2012-11-04T09", source: "gharchive.org issue 33"),
        gap("2012-11-09T16", source: "cncf/devstats, dates skipped"),
        gap("2015-01-05T20", source: "gharchive.org issue 210"),
        gap("2015-01-06T04", source: "gharchive.org issue 210"),
        gap("2015-01-07T13", source: "gharchive.org issue 210"),
        gap("2015-01-08T02", source: "gharchive.org issue 210"),
        gap("2015-01-09T09", source: "gharchive.org issue 210"),
        gap("2015-01-09T11", source: "gharchive.org issue 210"),
        gap("2015-02-03T16", source: "gharchive.org issue 210"),
        gap("2016-01-30T01", source: "gharchive.org issue 225"),
        gap("2016-08-20T15", source: "gharchive.org issue 225"),
        gap("2016-08-21T06", source: "gharchive.org issue 225"),
        gap("2016-08-21T21", source: "gharchive.org issue 225"),
        flaw("2017-11-08T01", source: "gharchive.org issue 169"),
        gap("2018-10-21T23", "2018-10-22T01", source: "gharchive.org issue 200"),
        gap("2020-08-21T09", "2020-08-23T15", source: "gharchive.org issue 232"),
        gap("2020-10-30T17", source: "gharchive.org issue 241"),
        gap("2021-09-11T09", source: "gharchive.org issue 271"),
        gap("2021-10-22T05", "2021-10-30T23", source: "gharchive.org issues 260 and 261"),
        flaw("2023-05-14T19", source: "gharchive.org issue 190"),
        open(.loss(0.4), "2025-05-23T00", source: "gharchive.org issue 310"),
        open(.trim, "2025-10-07T00", source: "GitHub's changes to the Events API"),
        gap("2025-10-09T00", "2025-10-14T23", source: "gharchive.org issue 312"),
    ].compactMap { $0 }

    private static func gap(_ first: String, _ last: String? = nil, source: String) -> KnownOutage? {
        guard let start = HourSpan.hour(first), let end = HourSpan.hour(last ?? first) else { return nil }
        return HourSpan(first: start, last: end).map { KnownOutage(kind: .gap, hours: $0, source: source) }
    }

    private static func flaw(_ hour: String, source: String) -> KnownOutage? {
        HourSpan.hour(hour).map { KnownOutage(kind: .flaw, hours: HourSpan($0), source: source) }
    }

    private static func open(_ kind: KnownOutage.Kind, _ first: String, source: String) -> KnownOutage? {
        guard let start = HourSpan.hour(first), let end = HourSpan.hour("9999-12-31T23") else { return nil }
        return HourSpan(first: start, last: end)
            .map { KnownOutage(kind: kind, hours: $0, isOpen: true, source: source) }
    }
}
