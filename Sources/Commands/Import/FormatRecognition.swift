import CSV
import EForms
import Foundation
import Importing
import Intake
import Model
import Native
import NativeCSV
import Schemas
import TED

/// Decides how files are read: by their content, or by the profile that was named.
struct FormatRecognition {
  /// The formats that are recognised by content, in this order; profiles come after them.
  static let importers: [any Importer] = [
    NativeImporter(), EFormsImporter(), TEDImporter(), NativeCSVImporter(),
  ]

  /// The names by which a notice of change finds the contract of another notice.
  static let sharedNames = ["ted:contract"]

  /// The profile that was named, or nil to recognise it by the header.
  let profile: Profile?
  /// The file of the profile that was named, or nil for a shipped one.
  var profileFile: String?
  /// The texts that a profile asks for, by name.
  var answers: [String: String] = [:]
  /// The kind that was named, whose native CSV all files are; nil for none.
  var kind: RecordType?
  /// What to do about a file that nothing recognises, by its path.
  var advice: @Sendable (String) -> String = Self.draftAdvice
  private let library = ProfileLibrary.all

  /// The units of an import: files of one profile or format together, in order.
  ///
  /// - Returns: The units, and a problem for each file of a folder that nothing recognises.
  /// - Throws: A ``Problem`` if a file that was named itself cannot be recognised.
  func units(of paths: [String]) throws -> (units: [ImportUnit], problems: [Problem]) {
    var units: [ImportUnit] = []
    var problems: [Problem] = []
    for (path, isNamed) in try FileList.expand(paths) {
      do {
        add(try recognize(ImportSource(path: path)), to: &units)
      } catch let problem as Problem where !isNamed {
        problems.append(problem)
      }
    }
    if units.isEmpty, let first = problems.first { throw first }
    return (units.map(withSecondFile), problems)
  }

  /// The units of files that do not lie in a folder, such as those of a mail.
  ///
  /// - Throws: A ``Problem`` if one of them cannot be recognised.
  func units(of sources: [ImportSource]) throws -> [ImportUnit] {
    var units: [ImportUnit] = []
    for source in sources { add(try recognize(source), to: &units) }
    return units
  }

  private func add(_ unit: ImportUnit, to units: inout [ImportUnit]) {
    guard let index = units.firstIndex(where: { $0.profile == unit.profile }) else {
      units.append(unit)
      return
    }
    units[index].files += unit.files
  }

  private func recognize(_ source: ImportSource) throws -> ImportUnit {
    let path = source.path
    let start = try source.decompressed().peek(CSVSniffer.sampleBytes)
    if let kind { return unit(NativeCSVImporter(kind), source) }
    if let profile {
      return unit(profile, source, as: profile.matches(start: start).first?.file ?? .records)
    }
    if let importer = Self.importers.first(where: { $0.recognizes(start: start) }) {
      return unit(importer, source)
    }
    switch library.recognize(start: start) {
    case .one(let match): return unit(match.profile, source, as: match.file)
    case .several(let matches): throw undecided(path, matches.map(\.profile.id))
    case .none:
      guard let kind = NativeCSVImporter.kind(ofFile: path, start: start) else {
        throw try unknown(path, start)
      }
      return unit(NativeCSVImporter(kind), source)
    }
  }

  private func unit(_ importer: any Importer, _ source: ImportSource) -> ImportUnit {
    var unit = ImportUnit(profile: importer.id, files: [file(importer, source)])
    unit.matchBy = Self.sharedNames
    return unit
  }

  private func file(_ importer: any Importer, _ source: ImportSource) -> ImportUnit.File {
    ImportUnit.File(
      source,
      read: { try importer.read($0, named: $1, into: $2) },
      rawRecords: { try importer.rawRecords($0, of: $1, named: $2) }
    )
  }

  private func unit(
    _ profile: Profile,
    _ source: ImportSource,
    as kind: CompiledProfile.File
  ) -> ImportUnit {
    let importer = CSVImporter(profile, answers: answers)
    var file = file(importer, source)
    if kind == .parties {
      file.read = { try importer.readParties($0, named: $1, into: $2) }
    }
    return ImportUnit(profile: profile.id, rules: profile, text: text(profile), files: [file])
  }

  /// The text of a profile, whose digest is kept with the import.
  private func text(_ profile: Profile) -> [UInt8]? {
    let shipped = Schemas.profiles.appendingPathComponent(profile.id + ".yaml").path
    return FileManager.default.contents(atPath: profileFile ?? shipped).map { [UInt8]($0) }
  }

  /// Adds the file of parties that lies beside the only file of a profile that wants one.
  private func withSecondFile(_ unit: ImportUnit) -> ImportUnit {
    guard let profile = unit.rules, let second = profile.partyFile, unit.files.count == 1 else {
      return unit
    }
    let url = URL(fileURLWithPath: unit.files[0].path)
    let folder = url.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let fitting = names.filter { second.fits(name: $0) && $0 != url.lastPathComponent }
    guard let name = fitting.sorted().first else { return unit }
    var unit = unit
    let path = (unit.files[0].path as NSString).deletingLastPathComponent
    let parties = ImportSource(path: (path as NSString).appendingPathComponent(name))
    unit.files += self.unit(profile, parties, as: .parties).files
    return unit
  }

  private func undecided(_ path: String, _ ids: [String]) -> Problem {
    Problem(
      "format.undecided",
      file: path,
      message: "Several profiles fit the header: \(ids.joined(separator: ", ")).",
      remedy: "Name one of them with --profile."
    )
  }

  private func unknown(_ path: String, _ start: [UInt8]) throws -> Problem {
    if start.isEmpty {
      return Problem(
        "file.empty",
        file: path,
        message: "The file is empty.",
        remedy: "Check the export that made it."
      )
    }
    if start.starts(with: Array("<".utf8)) || start.starts(with: Array("\u{FEFF}<".utf8)) {
      return try unknownXML(path, start)
    }
    return Problem(
      "format.unknown",
      file: path,
      message: "No format and no profile fits the file.",
      remedy: advice(path)
    )
  }

  /// How to have a profile proposed for a file on disk.
  static func draftAdvice(_ path: String) -> String {
    let stem = (path as NSString).deletingPathExtension
    let profile = ShellText.word((stem as NSString).lastPathComponent + ".yaml")
    return "Have a profile proposed: liaison profile draft \(ShellText.word(path)) --out \(profile)"
  }

  /// What is wrong with XML that no format recognises; a DOCTYPE is what reading it says.
  private func unknownXML(_ path: String, _ start: [UInt8]) throws -> Problem {
    _ = try XMLReader(MemorySource(start), named: path).next()
    return Problem(
      "format.unknown",
      file: path,
      message: "The XML file is no eForms or TED notice and not in Liaison's own format.",
      remedy: "Check what the file is; XML is read in these formats only."
    )
  }
}
