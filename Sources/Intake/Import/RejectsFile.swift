import Foundation
import Importing

/// The file of rejected records: the raw record, untouched, and three columns more.
///
/// `problem_code`, `problem_field` and `problem_message` follow the record's own cells;
/// corrected, the file can be imported again. It is written under a temporary name and gets its
/// own name at the end, so that a file from an earlier run is replaced only by a whole one.
final class RejectsFile {
  private let path: String
  private let temporary: String
  private let handle: FileHandle
  private var header: [UInt8]?
  private(set) var count = 0

  init(path: String) throws {
    self.path = path
    temporary = path + ".part"
    let made = FileManager.default.createFile(
      atPath: temporary,
      contents: nil,
      attributes: [.posixPermissions: 0o600]
    )
    guard made, let handle = FileHandle(forWritingAtPath: temporary) else {
      throw IntakeError.cannotCreate(path)
    }
    self.handle = handle
  }

  func write(_ record: RejectedRecord, _ problems: [Problem]) throws {
    let problem = problems.first { $0.severity == .error } ?? problems.first
    var bytes: [UInt8] = []
    let writer = CSVWriter.rejects(delimiter: record.delimiter ?? UInt8(ascii: ","))
    if header == nil, !record.header.isEmpty {
      bytes += record.header + [writer.delimiter]
      writer.append(["problem_code", "problem_field", "problem_message"], to: &bytes)
      header = record.header
    }
    bytes += record.raw + [writer.delimiter]
    let message = problems.filter { $0.severity == .error }.map(\.message)
      .joined(separator: " ")
    writer.append([problem?.code ?? "", problem?.field ?? "", message], to: &bytes)
    try writing { try handle.write(contentsOf: Data(bytes)) }
    count += 1
  }

  /// Brings what was written to the disk, so that nothing but the name can fail later.
  func synchronise() throws { try writing { try handle.synchronize() } }

  /// Says in our words what the system says of the file.
  private func writing(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      let reason = cause.map { unsafe String(cString: strerror(Int32($0.code))) }
      throw IntakeError.cannotWrite(path, reason: reason ?? "the disk does not take it")
    }
  }

  /// Gives the file its name.
  func finish() throws {
    try handle.close()
    guard unsafe rename(temporary, path) == 0 else { throw IntakeError.cannotCreate(path) }
  }

  /// Removes what was written.
  func abandon() {
    try? handle.close()
    try? FileManager.default.removeItem(atPath: temporary)
  }
}

extension CSVWriter {
  fileprivate static func rejects(delimiter: UInt8) -> CSVWriter {
    var writer = CSVWriter()
    writer.delimiter = delimiter
    return writer
  }
}
