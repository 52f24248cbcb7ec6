import Foundation
import Importing

/// The files of rejected records: one for each header, so that every row stands under its own.
///
/// The first has the path that was asked for, the others a number before the suffix.
final class RejectsFiles {
  private let path: String
  private var files: [RejectsFile]
  private var numbers: [[UInt8]: Int] = [:]

  init(path: String) throws {
    self.path = path
    files = [try RejectsFile(path: path)]
  }

  func write(_ record: RejectedRecord, _ problems: [Problem]) throws {
    try file(for: record.header).write(record, problems)
  }

  private func file(for header: [UInt8]) throws -> RejectsFile {
    if let number = numbers[header] { return files[number] }
    numbers[header] = numbers.count
    if numbers.count > files.count { files.append(try RejectsFile(path: further(numbers.count))) }
    return files[numbers.count - 1]
  }

  private func further(_ number: Int) -> String {
    let suffix = (path as NSString).pathExtension
    let stem = "\((path as NSString).deletingPathExtension)-\(number)"
    return suffix.isEmpty ? stem : "\(stem).\(suffix)"
  }

  /// Brings what was written to the disk.
  func synchronise() throws { for file in files { try file.synchronise() } }

  /// Gives the files their names.
  ///
  /// - Returns: The paths of all but the first.
  /// - Throws: ``IntakeError``.
  func finish() throws -> [String] {
    for file in files { try file.finish() }
    return files.indices.dropFirst().map { further($0 + 1) }
  }

  /// Removes what was written.
  func abandon() { for file in files { file.abandon() } }
}
