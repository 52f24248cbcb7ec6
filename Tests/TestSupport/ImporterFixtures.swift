public import Foundation
public import Importing
public import Testing

/// Invented files of an importer's format with the drafts that must come of them.
///
/// Each lies in `Fixtures/<importer id>/<name>/input.xml` (or another suffix) of the importer
/// tests, with `expected.json` beside it: the dump of drafts, rejected records and problems.
public struct ImporterFixture: Sendable, CustomTestStringConvertible {
  /// The name of its folder.
  public let name: String
  /// The folder.
  public let folder: URL
  /// The file to read.
  public let input: URL

  /// The name of its folder.
  public var testDescription: String { name }

  /// The bytes of the file.
  public func bytes() throws -> [UInt8] { Array(try Data(contentsOf: input)) }

  /// All fixtures of an importer in order of names.
  public static func all(of id: String) -> [ImporterFixture] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("ImporterTests/Fixtures/\(id)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.sorted().compactMap { name in
      let folder = root.appendingPathComponent(name)
      let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
      guard let file = files?.first(where: { $0.hasPrefix("input.") }) else { return nil }
      let input = folder.appendingPathComponent(file)
      return ImporterFixture(name: name, folder: folder, input: input)
    }
  }

  /// Reads the file and compares what comes of it with `expected.json`.
  ///
  /// The file is written when it is missing or when `RECORD_SNAPSHOTS` is set, and the check
  /// then fails, so that nothing is recorded unseen.
  public func check(_ importer: any Importer) throws {
    let text = ImporterContract.read(importer, try bytes(), named: input.lastPathComponent).dump
    let expected = folder.appendingPathComponent("expected.json")
    let recorded = try? String(contentsOf: expected, encoding: .utf8)
    let records = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
    guard let recorded, !records else {
      try Data(text.utf8).write(to: expected)
      Issue.record("Recorded \(name)/expected.json; run again to compare.")
      return
    }
    guard recorded != text else { return }
    Issue.record("\(name) differs:\n\(lineDifference(from: recorded, to: text))")
  }
}
