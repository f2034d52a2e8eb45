// SPDX-License-Identifier: Apache-2.0

/// Draws a score as a bar beside its number.
enum ScoreBar {
    private static let width = 60.0

    /// A bar of a share from 0 to 1.
    static func draw(_ share: Double) -> Markup {
        let length = max(1, (share.isFinite ? min(max(share, 0), 1) : 0) * width)
        return """
            <svg class="score-bar" viewBox="0 0 \(width) 8" width="\(width)" height="8" aria-hidden="true">\
            <rect width="\(length)" height="8" rx="2"/></svg>
            """
    }
}
