import Foundation
import Reporting

/// The program's standard output.
enum StandardOutput {
  /// Writes bytes; a closed pipe ends the program quietly.
  static func write(_ bytes: [UInt8]) throws { try bytes.write(to: STDOUT_FILENO) }

  /// Writes a line.
  static func line(_ text: String) throws { try write(Array((text + "\n").utf8)) }
}

/// A file that a command makes, readable for its owner only.
enum NewFile {
  /// Writes a text under a temporary name and then gives it its name.
  ///
  /// - Throws: A ``CommandError`` if there is a file of that name, or it cannot be made.
  static func write(_ text: String, to path: String) throws {
    try write(to: path) { try $0(Array(text.utf8)) }
  }

  /// Writes what `body` hands over, piece by piece, and then gives the file its name.
  static func write(
    to path: String,
    _ body: (_ sink: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: path) else { throw CommandError.exists(path) }
    let temporary = path + ".part"
    guard
      manager.createFile(
        atPath: temporary,
        contents: nil,
        attributes: [.posixPermissions: 0o600]
      ),
      let handle = FileHandle(forWritingAtPath: temporary)
    else { throw CommandError.cannotCreate(path) }
    do {
      try body { try $0.write(to: handle.fileDescriptor) }
      guard fsync(handle.fileDescriptor) == 0 else { throw CommandError.cannotCreate(path) }
      try handle.close()
    } catch {
      try? manager.removeItem(atPath: temporary)
      guard case OutputError.unwritable(_, let reason) = error else { throw error }
      throw CommandError.cannotWrite(path, reason: reason)
    }
    guard unsafe rename(temporary, path) == 0 else { throw CommandError.cannotCreate(path) }
  }
}

extension [UInt8] {
  /// Writes the bytes to an open file.
  ///
  /// - Throws: An ``OutputError``.
  fileprivate func write(to descriptor: Int32) throws {
    try unsafe withUnsafeBytes { bytes in
      try unsafe FileDescriptorSink(descriptor).write(RawSpan(_unsafeBytes: bytes))
    }
  }
}
