// SPDX-License-Identifier: Apache-2.0

/// The plugins of one landscape, made and in the order configured.
public struct PluginSet: Sendable {
    /// The classifiers; the first that labels a project decides.
    public var classifiers: [any Classifier]
    /// The detectors.
    public var detectors: [any TrendDetector]
    /// The exporters.
    public var exporters: [any Exporter]

    /// Makes a set.
    public init(
        classifiers: [any Classifier] = [],
        detectors: [any TrendDetector] = [],
        exporters: [any Exporter] = []
    ) {
        self.classifiers = classifiers
        self.detectors = detectors
        self.exporters = exporters
    }
}
