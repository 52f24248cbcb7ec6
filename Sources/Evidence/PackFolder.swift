import Crypto
import Foundation
import Reporting
import Storage

/// A folder that a pack is written into, file by file; each is readable for its owner only.
final class PackFolder {
  private let path: String
  private(set) var files: [PackManifest.File] = []

  /// Makes the folder.
  ///
  /// - Throws: ``PackError`` if there is something at the path, or it cannot be made.
  init(creating path: String) throws(PackError) {
    self.path = path
    guard !FileManager.default.fileExists(atPath: path) else { throw .exists(path) }
    try Self.makeFolder(path)
  }

  private static func makeFolder(_ path: String) throws(PackError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
    } catch {
      throw .cannotCreate(path)
    }
  }

  /// Writes a file and takes its digest into the manifest.
  ///
  /// - Throws: ``PackError``; what the body throws.
  func write(_ name: String, _ body: (any OutputSink) throws -> Void) throws {
    let digest = try put(name, body)
    files.append(PackManifest.File(name: name, sha256: digest))
  }

  /// Writes a text.
  func write(_ name: String, _ text: String) throws {
    try write(name) { try $0.write(text) }
  }

  /// Writes the manifest of all that was written.
  ///
  /// - Returns: The manifest.
  func finish() throws -> PackManifest {
    let manifest = PackManifest(files)
    _ = try put(PackManifest.name) { try $0.write(manifest.text) }
    return manifest
  }

  /// Writes a file that is not in the manifest.
  func writeBeside(_ name: String, _ text: String) throws {
    _ = try put(name) { try $0.write(text) }
  }

  private func put(_ name: String, _ body: (any OutputSink) throws -> Void) throws -> String {
    let file = "\(path)/\(name)"
    try Self.makeFolder((file as NSString).deletingLastPathComponent)
    let isMade = FileManager.default.createFile(
      atPath: file,
      contents: nil,
      attributes: [.posixPermissions: 0o600]
    )
    guard isMade, let handle = FileHandle(forWritingAtPath: file) else {
      throw PackError.cannotCreate(file)
    }
    defer { try? handle.close() }
    let sink = HashingSink(handle.fileDescriptor)
    do {
      try body(sink)
    } catch OutputError.unwritable(_, let reason) {
      throw PackError.cannotWrite(file, reason: reason)
    }
    return sink.digest
  }
}

/// Writes to a file and reckons the SHA-256 of what was written.
private final class HashingSink: OutputSink {
  private let file: FileDescriptorSink
  private var hasher = SHA256()

  init(_ descriptor: Int32) { file = FileDescriptorSink(descriptor) }

  func write(_ bytes: RawSpan) throws(OutputError) {
    unsafe bytes.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
    try file.write(bytes)
  }

  var digest: String { hexadecimalText(hasher.finalize()) }
}

extension OutputSink {
  /// Writes a text in UTF-8.
  func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

  /// Writes bytes.
  func write(_ bytes: [UInt8]) throws(OutputError) { try unsafe write(bytes.span.bytes) }
}
