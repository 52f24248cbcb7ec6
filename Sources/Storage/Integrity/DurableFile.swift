import Foundation

/// Writes a file so that it is under its name whole or not at all.
enum DurableFile {
  /// Makes an empty file beside the path, for its owner only.
  static func temporary(beside path: String) throws -> String {
    let process = ProcessInfo.processInfo.processIdentifier
    for attempt in 1...100 {
      let name = "\(path).\(process)-\(attempt).partial"
      let descriptor = unsafe open(name, O_CREAT | O_EXCL | O_WRONLY, 0o600)
      if descriptor >= 0 {
        close(descriptor)
        return name
      }
      guard errno == EEXIST else { break }
    }
    throw StoreError.cannotOpen(path: path, reason: "its folder does not take a new file")
  }

  /// Brings the bytes of a file, or the names in a folder, to the disk.
  static func synchronise(_ path: String) throws {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw StoreError.cannotOpen(path: path, reason: "it cannot be read back")
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw StoreError.cannotOpen(path: path, reason: "the disk does not take it")
    }
  }

  /// Gives the file its name, never over a file that came meanwhile.
  static func publish(_ temporary: String, to path: String) throws {
    guard unsafe link(temporary, path) == 0 else {
      if errno == EEXIST { throw StoreError.exists(path: path) }
      // A file system without hard links.
      guard unsafe rename(temporary, path) == 0 else {
        throw StoreError.cannotOpen(path: path, reason: "the copy cannot be given its name")
      }
      return try synchroniseFolder(of: path)
    }
    try synchroniseFolder(of: path)
  }

  private static func synchroniseFolder(of path: String) throws {
    try synchronise(URL(fileURLWithPath: path).deletingLastPathComponent().path)
  }
}
