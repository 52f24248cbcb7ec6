import Foundation
import Model
import Storage

/// The records of a store as files of native CSV in a folder.
final class CSVExport {
  private let folder: String
  /// The kinds that have records, with their number.
  private var kinds: [(type: RecordType, count: Int)] = []

  init(folder: String) { self.folder = folder }

  /// Writes one file for each kind that has records.
  ///
  /// - Throws: A ``CommandError`` if one of the files is there already or cannot be written;
  ///   nothing is written if one is there.
  func write(_ reader: Reader) throws {
    kinds = try RecordType.inCSV.map { ($0, try reader.count(of: $0)) }.filter { $0.1 > 0 }
    for (type, _) in kinds where FileManager.default.fileExists(atPath: path(type)) {
      throw CommandError.exists(path(type))
    }
    try makeFolder()
    for (type, _) in kinds {
      try NewFile.write(to: path(type)) { try reader.writeCSV(of: type, to: $0) }
    }
  }

  private func path(_ type: RecordType) -> String {
    (folder as NSString).appendingPathComponent(type.plural + ".csv")
  }

  private func makeFolder() throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
    } catch {
      throw CommandError.cannotCreate(folder)
    }
  }

  /// What was written, for people.
  var sentence: String {
    let records = kinds.reduce(0) { $0 + $1.count }
    guard records > 0 else { return "The store has no records that native CSV holds." }
    return
      "Wrote \(Self.number(records, "record")) in \(Self.number(kinds.count, "file")) to \(folder)."
  }

  private static func number(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
