import GRDB
import Importing

/// Keeps drafts aside in a temporary table until all rows of a key can be put together.
///
/// Nothing is kept in memory: SQLite sorts, and spills to a temporary file.
final class DraftGathering {
  private let database: Database
  private let insert: RawStatement
  private var bytes: [UInt8] = []
  private var content: [UInt8] = []

  init(_ database: Database) throws {
    self.database = database
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS temp.gathered;
        CREATE TEMP TABLE gathered (
          key BLOB, ordering BLOB, content BLOB, draft BLOB, sourceId INTEGER
        )
        """
    )
    insert = try RawStatement(database, "INSERT INTO temp.gathered VALUES (?, ?, ?, ?, ?)")
  }

  func keep(_ draft: borrowing Draft, sourceId: Int64) throws {
    bytes.removeAll(keepingCapacity: true)
    content.removeAll(keepingCapacity: true)
    draft.encode(into: &bytes)
    draft.encodeContent(into: &content)
    insert.bind(1, blob: draft.array(draft.key))
    insert.bind(2, blob: draft.array(draft.order))
    insert.bind(3, blob: content)
    insert.bind(4, blob: bytes)
    insert.bind(5, sourceId)
    try insert.run()
  }

  /// Hands over the drafts of each key together, in order of key, then order, then content.
  func forEachKey(_ body: ([GatheredDraft]) throws -> Void) throws {
    let rows = try RawStatement(
      database,
      """
      SELECT key, draft, content, sourceId FROM temp.gathered ORDER BY key, ordering, content
      """
    )
    var key: [UInt8]?
    var group: [GatheredDraft] = []
    while try rows.step() {
      let next = rows.blob(0)
      if let key, key != next {
        try body(group)
        group.removeAll(keepingCapacity: true)
      }
      key = next
      var draft = Draft()
      draft.decode(rows.blob(1))
      group.append(
        GatheredDraft(draft: draft, content: rows.blob(2), sourceId: rows.integer(3))
      )
    }
    if !group.isEmpty { try body(group) }
    try database.execute(sql: "DROP TABLE temp.gathered")
  }
}

/// A draft that was kept aside.
struct GatheredDraft {
  var draft: Draft
  var content: [UInt8]
  var sourceId: Int64
}

extension Draft {
  fileprivate borrowing func array(_ bytes: Bytes) -> [UInt8] {
    unsafe withBytes(bytes) { unsafe Array($0) }
  }
}
