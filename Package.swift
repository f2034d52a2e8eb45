// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

// MARK: - Kinds of target

/// A library of the project; the folder bears its name.
func library(_ name: String, _ dependencies: [Target.Dependency], strictMemory: Bool = false) -> Target {
    .target(
        name: name,
        dependencies: dependencies,
        swiftSettings: strictMemory ? [.strictMemorySafety()] : []
    )
}

/// A plugin under `Plugins/`; it sees the plugin kit and the model, nothing else.
func plugin(_ name: String) -> Target {
    .target(
        name: name,
        dependencies: ["PanoramaPluginKit", "PanoramaModel"],
        path: "Plugins/\(name)",
        exclude: ["README.md", "sample.yaml", "Cases"]
    )
}

/// The tests of a target, by the name of what they test.
func tests(_ subject: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: "\(subject)Tests", dependencies: dependencies)
}

let plugins = [
    "TaxonomyClassifier", "YearOverYearDetector",
    "CSVExporter", "HTMLExporter", "JSONExporter", "MarkdownExporter",
]

let package = Package(
    name: "panorama",
    products: [
        .executable(name: "panorama", targets: ["panorama"]),
        .library(name: "PanoramaPluginKit", targets: ["PanoramaPluginKit"]),
        .library(name: "PanoramaTesting", targets: ["PanoramaTesting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    cxxLanguageStandard: .cxx17
)

// MARK: - System libraries and shims

package.targets += [
    .systemLibrary(name: "CInotifyTools", providers: [.apt(["libinotifytools0-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .target(
        name: "CGzip",
        dependencies: ["CISAL"],
        cxxSettings: [.unsafeFlags(["-O3"])]
    ),
    .target(
        name: "CSimdjson",
        cxxSettings: [.unsafeFlags(["-O3", "-DNDEBUG"])],
        linkerSettings: [.linkedLibrary("simdjson")]
    ),
]

// MARK: - Libraries, each layer above those it names

package.targets += [
    library("PanoramaModel", []),
    library("PanoramaKernel", [], strictMemory: true),
    library("PanoramaArchive", ["PanoramaModel", "CGzip", "CSimdjson", "CZstd"], strictMemory: true),
    library("PanoramaWatch", ["PanoramaModel", "CInotifyTools"]),
    library("PanoramaStore", ["PanoramaModel", .product(name: "GRDB", package: "GRDB.swift")]),
    library("PanoramaPluginKit", ["PanoramaModel"]),
    library("PanoramaConfiguration", ["PanoramaPluginKit", "PanoramaModel", "CLibYAML"]),
    library("PanoramaSimulation", ["PanoramaModel", "CISAL"]),
    library(
        "PanoramaPipeline",
        [
            "PanoramaModel", "PanoramaKernel", "PanoramaArchive", "PanoramaStore", "PanoramaWatch",
            "PanoramaPluginKit", "CMalloc",
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "Logging", package: "swift-log"),
        ]
    ),
    library("PanoramaTesting", ["PanoramaPluginKit", "PanoramaModel"]),
]

package.targets += plugins.map(plugin)

// MARK: - The program: the only place that names concrete plugins

package.targets += [
    .executableTarget(
        name: "panorama",
        dependencies: [
            "PanoramaModel", "PanoramaArchive", "PanoramaStore", "PanoramaWatch", "PanoramaPluginKit",
            "PanoramaConfiguration", "PanoramaPipeline", "PanoramaSimulation",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        ] + plugins.map { .byName(name: $0) }
    )
]

// MARK: - Benchmarks: what `Benchmarks/run` measures beside the program itself

package.targets += [
    .executableTarget(
        name: "ScoreBenchmark",
        dependencies: ["PanoramaKernel"],
        path: "Benchmarks/Score",
        exclude: ["month.cpp", "rounds.py"]
    )
]

// MARK: - Tests

package.targets += [
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    tests("EndToEnd", ["PanoramaStore", "TestSupport", "panorama"]),
    tests("PanoramaModel", ["PanoramaModel"]),
    tests("PanoramaKernel", ["PanoramaKernel", "TestSupport"]),
    tests("PanoramaArchive", ["PanoramaArchive", "CGzip", "CSimdjson", "PanoramaModel", "TestSupport"]),
    tests("PanoramaConfiguration", ["PanoramaConfiguration", "PanoramaPluginKit", "PanoramaModel"]),
    tests(
        "Plugin",
        [
            "PanoramaTesting", "PanoramaPluginKit", "PanoramaModel", "PanoramaConfiguration", "TaxonomyClassifier",
            "YearOverYearDetector", "JSONExporter", "CSVExporter", "MarkdownExporter",
        ]
    ),
    tests("HTMLExporter", ["HTMLExporter", "PanoramaTesting", "PanoramaPluginKit", "PanoramaModel"]),
    tests("PanoramaWatch", ["PanoramaWatch", "PanoramaModel"]),
    tests(
        "PanoramaStore",
        ["PanoramaStore", "PanoramaModel", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]
    ),
    tests("PanoramaSimulation", ["PanoramaSimulation", "PanoramaModel"]),
    tests(
        "PanoramaPipeline",
        [
            "PanoramaPipeline", "PanoramaArchive", "PanoramaModel", "PanoramaPluginKit", "PanoramaStore",
            "PanoramaWatch", "TestSupport", .product(name: "Logging", package: "swift-log"),
            .product(name: "GRDB", package: "GRDB.swift"),
        ]
    ),
]

// MARK: - Settings of every Swift target

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

for target in package.targets where target.type != .system && target.cxxSettings == nil {
    target.swiftSettings = (target.swiftSettings ?? []) + settings
}
