import Crypto
import GRDB

/// Hashes the content of all originals again.
///
/// A restored export names its originals and does not bring their content; the journal's entry
/// says that it is a restoration, and an original of it may lack all of its content.
struct OriginalVerifier {
  let database: Database
  let findings: JournalFindings

  /// Checks every original.
  ///
  /// - Returns: How many there are.
  func verify() throws -> Int64 {
    let originals = try RawStatement(
      database,
      """
      SELECT o.id, o.sha256, o.byteCount, coalesce(e.payload ->> '$.restoration', 0)
      FROM original o JOIN recording r ON r.id = o.recordingId
      JOIN journalEntry e ON e.id = r.entryId ORDER BY o.id
      """
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
    if bytes == 0, original.integer(3) == 1 { return }
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
