// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "liaison",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2")
  ],
  targets: [
    // Layer 0: values and shipped data.
    .target(name: "Model"),
    .target(
      name: "Schemas",
      path: "Schemas",
      resources: [.copy("migrations"), .copy("profiles"), .copy("xml")]
    ),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // Layer 1: from bytes to drafts.
    .target(
      name: "Importing",
      dependencies: [
        "CLibXML2", "CZlib", "Model", "Schemas", .product(name: "Yams", package: "Yams"),
      ]
    ),

    // Layer 2: formats, and the store.
    .target(name: "CSV", dependencies: ["Importing", "Model"], path: "Importers/CSV"),
    .target(name: "EForms", dependencies: ["Importing", "Model"], path: "Importers/EForms"),
    .target(name: "TED", dependencies: ["Importing", "Model"], path: "Importers/TED"),
    // Layer 3: plans and reports.
    .target(name: "Reporting", dependencies: ["Model"]),

    // Tests.
    .target(name: "TestSupport", dependencies: ["Importing", "Model"], path: "Tests/TestSupport"),
    .testTarget(name: "ModelTests", dependencies: ["Model", "TestSupport"]),
    .testTarget(name: "ImportingTests", dependencies: ["Importing", "Model", "TestSupport"]),
    .testTarget(
      name: "ImporterTests",
      dependencies: [
        "CSV", "EForms", "Importing", "Model", "Schemas", "TED", "TestSupport",
      ],
      exclude: ["Fixtures"]
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Model", "Reporting", "TestSupport"],
      exclude: ["Snapshots"]
    ),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
  ]
}
