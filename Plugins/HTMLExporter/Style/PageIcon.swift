// SPDX-License-Identifier: Apache-2.0

/// The sign of the project: a map of four tiles.
enum PageIcon {
    /// The sign as a drawing in the page.
    static let drawing: Markup = """
        <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true"><g fill="currentColor">\
        <rect x="1" y="1" width="8" height="8" rx="1.5"/><rect x="10.5" y="1" width="4.5" height="5" rx="1.2" opacity=".6"/>\
        <rect x="10.5" y="7.5" width="4.5" height="7.5" rx="1.2" opacity=".8"/><rect x="1" y="10.5" width="8" height="4.5" rx="1.2" opacity=".45"/>\
        </g></svg>
        """

    /// The sign as the address of an icon that needs no network.
    static let address: Markup = """
        data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 16%22 fill=%22%2321579c%22%3E\
        %3Crect x=%221%22 y=%221%22 width=%228%22 height=%228%22 rx=%221.5%22/%3E\
        %3Crect x=%2210.5%22 y=%221%22 width=%224.5%22 height=%225%22 rx=%221.2%22/%3E\
        %3Crect x=%2210.5%22 y=%227.5%22 width=%224.5%22 height=%227.5%22 rx=%221.2%22/%3E\
        %3Crect x=%221%22 y=%2210.5%22 width=%228%22 height=%224.5%22 rx=%221.2%22/%3E%3C/svg%3E
        """
}
