import Crypto
import Foundation
import GRDB
public import Importing

/// The digest of a source's bytes and their number.
public struct OriginalDigest: Sendable, Hashable {
  /// SHA-256 of the bytes.
  public var sha256: [UInt8]
  /// How many bytes.
  public var byteCount: Int64

  /// The digest as 64 hexadecimal digits.
  public var hexadecimal: String { hexadecimalText(sha256) }

  /// The digest of bytes in memory.
  public static func of(_ bytes: [UInt8]) -> OriginalDigest {
    OriginalDigest(sha256: Array(SHA256.hash(data: bytes)), byteCount: Int64(bytes.count))
  }

  /// Reads a source to its end.
  ///
  /// - Returns: The digest.
  /// - Throws: What the source throws.
  public static func of(_ source: any ByteSource) throws -> OriginalDigest {
    var hasher = SHA256()
    var count: Int64 = 0
    try unsafe forEachChunk(of: source) { chunk in
      unsafe hasher.update(bufferPointer: chunk)
      count += Int64(chunk.count)
    }
    return OriginalDigest(sha256: Array(hasher.finalize()), byteCount: count)
  }

  static let chunkSize = 1 << 20

  /// Hands over the bytes in pieces of 1 MiB, the last one shorter.
  static func forEachChunk(
    of source: any ByteSource,
    _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkSize, alignment: 16)
    defer { unsafe buffer.deallocate() }
    while true {
      var filled = 0
      while filled < chunkSize {
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        let count = try unsafe source.read(into: rest)
        if count == 0 { break }
        filled += count
      }
      if filled == 0 { return }
      try unsafe body(UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
      if filled < chunkSize { return }
    }
  }
}

/// Bytes as lower-case hexadecimal digits.
public func hexadecimalText(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
  return String(decoding: text, as: UTF8.self)
}

extension WriteSession {
  /// Keeps the bytes of a source, once for each content.
  ///
  /// - Returns: The original's id.
  /// - Throws: A `Problem` with code `file.changed` if the bytes are not those of the digest.
  func keepOriginal(_ digest: OriginalDigest, _ open: () throws -> any ByteSource) throws -> Int64 {
    let known = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM original WHERE sha256 = ?"),
      arguments: [Data(digest.sha256)]
    )
    if let known { return known }
    let id = try nextId("original")
    try insert("original", [.integer(id), .blob(digest.sha256), .integer(digest.byteCount)])
    let statement = try RawStatement(
      database,
      "INSERT INTO originalChunk (originalId, number, content) VALUES (?, ?, ?)"
    )
    var hasher = SHA256()
    var number: Int64 = 0
    try unsafe OriginalDigest.forEachChunk(of: open()) { chunk in
      unsafe hasher.update(bufferPointer: chunk)
      statement.bind(1, id)
      statement.bind(2, number)
      unsafe statement.bind(3, blobInPlace: chunk)
      try statement.run()
      number += 1
    }
    guard Array(hasher.finalize()) == digest.sha256 else {
      throw Problem(
        "file.changed",
        message: "The file changed while it was being read.",
        remedy: "Import it again when nothing writes to it."
      )
    }
    return id
  }
}
