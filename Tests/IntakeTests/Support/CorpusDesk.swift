import CSV
import Foundation
import Importing
import Storage
import TestSupport
import Testing

@testable import Intake

/// Brings files of the corpus into a store in memory, wired as the program wires them.
final class CorpusDesk {
  let store: Store
  private var writes = 0

  init() throws { store = try Store.inMemory() }

  /// The path of a file or folder of the corpus.
  static func path(_ name: String) throws -> String {
    try #require(Corpus.folder).appendingPathComponent(name).path
  }

  /// The XML files of a folder and below, by name.
  static func files(in folder: String) throws -> [String] {
    let root = try path(folder)
    return try FileManager.default.subpathsOfDirectory(atPath: root)
      .filter { $0.hasSuffix(".xml") }.sorted().map { "\(root)/\($0)" }
  }

  /// Imports a CSV file by the profile that its header fits, and a second one with its parties.
  @discardableResult
  func take(csv path: String, parties: String? = nil) throws -> ImportReport {
    let start = try ByteSources.open(path: path).peek(CSVSniffer.sampleBytes)
    guard case .one(let match) = ProfileLibrary.all.recognize(start: start) else {
      throw Problem("sample.unknown", message: "No profile fits \(path).", remedy: "Add one.")
    }
    let importer = CSVImporter(match.profile)
    var files = [file(importer, path)]
    if let parties {
      files.append(file(importer, parties))
      files[1].read = { try importer.readParties($0, named: $1, into: $2) }
    }
    return try take(ImportUnit(profile: match.profile.id, rules: match.profile, files: files))
  }

  /// Imports XML files of one format.
  @discardableResult
  func take(_ importer: any Importer, _ paths: [String]) throws -> ImportReport {
    var unit = ImportUnit(profile: importer.id, files: paths.map { file(importer, $0) })
    unit.matchBy = ["ted:contract"]
    return try take(unit)
  }

  private func take(_ unit: ImportUnit) throws -> ImportReport {
    writes += 1
    return try ImportRun(unit, .sample).run(store, .number(writes))
  }

  private func file(_ importer: any Importer, _ path: String) -> ImportUnit.File {
    ImportUnit.File(
      path: path,
      read: { try importer.read($0, named: $1, into: $2) },
      rawRecords: { try importer.rawRecords($0, of: $1, named: $2) }
    )
  }

  /// The number of suppliers of each agreement, by reference.
  func suppliers() throws -> [String: Int] {
    try store.read(asOf: AsOf(day: .of("2026-03-01"))) { reader in
      let parties = try reader.partiesOfAgreements()
      var counts: [String: Int] = [:]
      try reader.forEachAgreement { agreement in
        counts[agreement.reference] = try parties(agreement.id).count { $0.role == "supplier" }
      }
      return counts
    }
  }
}
