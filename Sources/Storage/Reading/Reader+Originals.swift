import Foundation
import GRDB

/// A file that the store keeps as it came.
public struct KeptFile: Sendable {
  /// The number in the store.
  let id: Int64
  /// SHA-256 of the bytes as 64 hexadecimal digits.
  public var sha256: String
  /// How many bytes.
  public var byteCount: Int64
  /// When it came in, ISO text in UTC.
  public var recordedAt: String
  /// The number of the journal's entry by which it came in.
  public var entry: Int64
  /// The names under which it came in, in order.
  public var names: [String]
}

extension Reader {
  /// The files that the store keeps and that count as known, by their SHA-256.
  ///
  /// - Returns: The files.
  /// - Throws: ``StoreError``.
  public func keptFiles() throws -> [KeptFile] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT o.id, o.sha256, o.byteCount, g.recordedAt, g.entryId
        FROM main.original o JOIN main.recording g ON g.id = o.recordingId
        WHERE o.\(AsOfViews.known) ORDER BY o.sha256
        """
    ).map { row in
      KeptFile(
        id: row[0],
        sha256: hexadecimalText(Array(row[1] as Data)),
        byteCount: row[2],
        recordedAt: row[3],
        entry: row[4],
        names: try names(of: row[0])
      )
    }
  }

  private func names(of original: Int64) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT path FROM main.batchSource WHERE originalId = ?1 AND \(AsOfViews.known)
        UNION
        SELECT name FROM main.agreementMention WHERE originalId = ?1 AND \(AsOfViews.known)
        ORDER BY 1
        """,
      arguments: [original]
    )
  }

  /// Hands over the bytes of a kept file in pieces of 1 MiB at most.
  ///
  /// - Throws: ``StoreError``; what the body throws.
  public func forEachPiece(of file: KeptFile, _ body: ([UInt8]) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT content FROM main.originalChunk WHERE originalId = ? ORDER BY number",
      arguments: [file.id]
    )
    while let row = try rows.next() { try body(Array(row[0] as Data)) }
  }
}
