// swift-tools-version: 6.1
import PackageDescription

/// Every Swift target treats warnings as mistakes to mend: `Scripts/test` builds with `-warnings-as-errors`.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "collate",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "collate", targets: ["collate"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
  ],
  targets: [
    // The foreign libraries. The static archives are linked by name, as pkg-config would link the shared ones.
    .target(
      name: "CCMarkGFM",
      linkerSettings: [
        .linkedLibrary(":libcmark-gfm-extensions.a"), .linkedLibrary(":libcmark-gfm.a"),
      ]),
    .target(name: "CLibYAML", linkerSettings: [.linkedLibrary(":libyaml.a")]),
    .target(name: "CBundledTheme"),
    .target(name: "CPreviewClient", exclude: ["files"]),
    .target(name: "CCurrentReads"),

    // The pipeline, lowest first. A target imports only what is named here.
    // Optimised in debug builds too: everything that is published is escaped and hashed there.
    .target(
      name: "TextEncoding",
      swiftSettings: settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    .target(
      name: "Diagnostics", dependencies: ["TextEncoding"],
      swiftSettings: settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    .target(name: "Templating", dependencies: ["Diagnostics", "TextEncoding"], swiftSettings: settings),
    .target(name: "Incremental", dependencies: ["TextEncoding", "CCurrentReads"], swiftSettings: settings),
    .target(
      name: "MarkdownParsing", dependencies: ["Diagnostics", "TextEncoding", "CCMarkGFM", "CLibYAML"],
      swiftSettings: settings),
    .target(
      name: "Comparison", dependencies: ["Incremental", "Diagnostics", "TextEncoding", "MarkdownParsing"],
      swiftSettings: settings),
    .target(
      name: "Pages",
      dependencies: [
        "Comparison", "Incremental", "MarkdownParsing", "Templating", "Diagnostics", "TextEncoding",
        "CBundledTheme",
      ],
      swiftSettings: settings),
    .target(
      name: "Importing", dependencies: ["Comparison", "MarkdownParsing", "Diagnostics", "TextEncoding"],
      swiftSettings: settings),
    .target(
      name: "Publishing",
      dependencies: ["Pages", "Comparison", "Incremental", "Diagnostics", "TextEncoding"],
      swiftSettings: settings),
    .target(
      name: "Preview",
      dependencies: [
        "Publishing", "Pages", "Diagnostics", "TextEncoding", "CPreviewClient",
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "collate",
      dependencies: [
        "Preview", "Publishing", "Pages", "Importing", "Comparison", "Diagnostics", "TextEncoding",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .testTarget(
      name: "TextEncodingTests", dependencies: ["TextEncoding", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "RuleTests", dependencies: ["Importing", "Pages", "Comparison", "Diagnostics"],
      swiftSettings: settings),
    .testTarget(
      name: "TemplatingTests", dependencies: ["Templating", "Diagnostics", "TextEncoding", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "IncrementalTests", dependencies: ["Incremental", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "MarkdownParsingTests", dependencies: ["MarkdownParsing", "Diagnostics", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ComparisonTests",
      dependencies: ["Comparison", "MarkdownParsing", "Diagnostics", "TextEncoding", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ImportingTests", dependencies: ["Importing", "Comparison", "Diagnostics", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "PagesTests",
      dependencies: [
        "Pages", "Comparison", "Incremental", "Templating", "Diagnostics", "TextEncoding", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "PublishingTests",
      dependencies: [
        "Publishing", "Pages", "Comparison", "Incremental", "Diagnostics", "TextEncoding", "PublishingProbe",
        "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "PreviewTests",
      dependencies: ["Preview", "Publishing", "Pages", "Comparison", "Diagnostics", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["collate", "TestSupport"], swiftSettings: settings),

    // What tests need: temporary folders and child processes, and a program that publishes made-up files, to be killed.
    .target(
      name: "TestSupport", dependencies: ["Comparison", "MarkdownParsing", "Diagnostics"],
      path: "Tests/Support",
      swiftSettings: settings),
    .executableTarget(
      name: "PublishingProbe", dependencies: ["Publishing", "Pages", "Diagnostics"],
      path: "Tests/PublishingProbe", swiftSettings: settings),
    // What `Benchmarks/stages.py` runs.
    .executableTarget(
      name: "StageProbe", dependencies: ["Publishing", "Pages", "Comparison", "Diagnostics"],
      path: "Benchmarks/StageProbe", swiftSettings: settings),
    .testTarget(name: "ArchitectureTests", swiftSettings: settings),
    .testTarget(
      name: "GoldenSiteTests", dependencies: ["Publishing", "Pages", "Comparison", "Diagnostics"],
      exclude: ["Fixtures", "Theme"], swiftSettings: settings),
    .testTarget(
      name: "BundledSiteTests", dependencies: ["Publishing", "Pages", "Comparison", "Diagnostics"],
      swiftSettings: settings),
    .testTarget(
      name: "CorpusTests", dependencies: ["Importing", "Pages", "Comparison", "Diagnostics", "TextEncoding"],
      swiftSettings: settings),
  ]
)

// What `Scripts/fuzz` builds, with the instrumentation of libFuzzer, which nothing else is built with.
if Context.environment["COLLATE_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzzing", dependencies: ["Importing", "Pages", "Comparison", "Diagnostics"], path: "Tests/Fuzz",
      exclude: ["Seeds", "kills.py"], swiftSettings: settings))
  package.products.append(.executable(name: "fuzzing", targets: ["fuzzing"]))
}
