// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "liaison",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "liaison", targets: ["liaison"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Layer 0: values and shipped data.
    .target(name: "Model", dependencies: [.product(name: "BigInt", package: "BigInt")]),
    .target(
      name: "Schemas",
      path: "Schemas",
      resources: [
        .copy("clauses"), .copy("crosswalk"), .copy("csv"), .copy("migrations"), .copy("policy"),
        .copy("profiles"), .copy("xml"),
      ]
    ),
    .systemLibrary(
      name: "CCurl",
      pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])]
    ),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // Layer 1: from bytes to drafts, and to messages.
    .target(
      name: "Importing",
      dependencies: [
        "CLibXML2", "CZlib", "Model", "Schemas", .product(name: "Yams", package: "Yams"),
      ]
    ),
    .target(
      name: "Mail",
      dependencies: [
        "CCurl", "Importing", "Model", .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),

    .target(
      name: "Policies",
      dependencies: [
        "Importing", "Model", "Schemas",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ]
    ),
    .target(name: "Reminders", dependencies: ["Model", "Policies"]),

    // Layer 2: formats, the rules, and the store.
    .target(name: "CSV", dependencies: ["Importing", "Model"], path: "Importers/CSV"),
    .target(name: "EForms", dependencies: ["Importing", "Model"], path: "Importers/EForms"),
    .target(name: "TED", dependencies: ["Importing", "Model"], path: "Importers/TED"),
    .target(
      name: "Native",
      dependencies: ["Importing", "Model", "Schemas"],
      path: "Importers/Native"
    ),
    .target(name: "NativeCSV", dependencies: ["Importing", "Model"], path: "Importers/NativeCSV"),
    .target(
      name: "Rules",
      dependencies: [
        "Importing", "Model", "Policies", "Schemas",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .target(
      name: "Storage",
      dependencies: [
        "Importing", "Model", "Schemas",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]
    ),

    // Layer 3: plans and reports.
    .target(
      name: "Intake",
      dependencies: [
        "Importing", "Mail", "Model", "Policies", "Reminders", "Storage",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .target(
      name: "Reporting",
      dependencies: ["Model", "Policies", "Reminders", "Storage"]
    ),

    // Layer 4: what goes out of the house.
    .target(
      name: "Evidence",
      dependencies: [
        "Importing", "Model", "Policies", "Reporting", "Rules", "Storage",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),

    // Layers 5 and 6: the program.
    .target(
      name: "Commands",
      dependencies: [
        "CSV", "EForms", "Evidence", "Importing", "Intake", "Mail", "Model", "Native",
        "NativeCSV", "Policies", "Reminders", "Reporting", "Rules", "Schemas", "Storage", "TED",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(name: "liaison", dependencies: ["Commands"]),

    // Tests.
    .executableTarget(
      name: "reading-benchmark",
      dependencies: ["Importing"],
      path: "Tests/Benchmarks/reading",
      exclude: ["generate.py", "python_reader.py"]
    ),
    .executableTarget(
      name: "mail-benchmark",
      dependencies: ["Mail"],
      path: "Tests/Benchmarks/mail",
      exclude: ["generate.py", "gmime_reader.c"]
    ),
    .executableTarget(
      name: "mail-fuzz",
      dependencies: ["Mail"],
      path: "Tests/Fuzz/mail"
    ),
    .target(
      name: "TestSupport",
      dependencies: ["Importing", "Model", "Policies"],
      path: "Tests/TestSupport"
    ),
    .testTarget(name: "ModelTests", dependencies: ["Model", "TestSupport"]),
    .testTarget(name: "ImportingTests", dependencies: ["Importing", "Model", "TestSupport"]),
    .testTarget(
      name: "MailTests",
      dependencies: [
        "Importing", "Mail", "Model", "TestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Writing/Snapshots"]
    ),
    .testTarget(
      name: "ImporterTests",
      dependencies: [
        "CSV", "EForms", "Importing", "Model", "Native", "NativeCSV", "Schemas", "TED",
        "TestSupport",
      ],
      exclude: ["Fixtures"]
    ),
    .testTarget(
      name: "PoliciesTests",
      dependencies: ["Importing", "Model", "Policies", "Schemas", "TestSupport"]
    ),
    .testTarget(
      name: "RemindersTests",
      dependencies: ["Model", "Policies", "Reminders", "TestSupport"]
    ),
    .testTarget(
      name: "RulesTests",
      dependencies: ["Importing", "Model", "Policies", "Rules", "Schemas", "TestSupport"]
    ),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Importing", "Model", "NativeCSV", "Schemas", "Storage", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Snapshots"]
    ),
    .testTarget(
      name: "IntakeTests",
      dependencies: [
        "CSV", "EForms", "Importing", "Intake", "Mail", "Model", "Native", "Policies",
        "Reminders", "Storage", "TED", "TestSupport",
      ]
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Model", "Reporting", "Storage", "TestSupport"],
      exclude: ["Snapshots"]
    ),
    .testTarget(
      name: "EvidenceTests",
      dependencies: [
        "Evidence", "Model", "Reporting", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Commands", "Model", "Rules", "Schemas", "Storage", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Fixtures", "Snapshots"]
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
