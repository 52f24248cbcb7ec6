import Crypto
import GRDB

/// Hashes the content of all originals again.
struct OriginalVerifier {
  let database: Database
  let findings: JournalFindings

  /// Checks every original.
  ///
  /// - Returns: How many there are.
  func verify() throws -> Int64 {
    let originals = try RawStatement(
      database,
      "SELECT id, sha256, byteCount FROM original ORDER BY id"
    )
    let chunks = try RawStatement(
      database,
      "SELECT number, content FROM originalChunk WHERE originalId = ? ORDER BY number"
    )
    var count: Int64 = 0
    while try originals.step() {
      count += 1
      try verify(originals, chunks)
    }
    return count
  }

  private func verify(_ original: RawStatement, _ chunks: RawStatement) throws {
    var hasher = SHA256()
    var bytes: Int64 = 0
    chunks.bind(1, original.integer(0))
    while try chunks.step() {
      let content = unsafe chunks.bytes(1)
      unsafe hasher.update(bufferPointer: UnsafeRawBufferPointer(content))
      bytes += Int64(content.count)
    }
    let stated = original.blob(1)
    guard Array(hasher.finalize()) != stated || bytes != original.integer(2) else { return }
    let path = try String.fetchOne(
      database,
      sql: "SELECT path FROM batchSource WHERE originalId = ? ORDER BY id LIMIT 1",
      arguments: [original.integer(0)]
    )
    let name = hexadecimalText(stated)
    findings.add(
      "The content kept of \(path ?? "an original") is not the one with the SHA-256 \(name).",
      table: "originalChunk",
      record: name,
      remedy: "Restore the store from a backup, or keep the file anew if you still have it."
    )
  }
}
