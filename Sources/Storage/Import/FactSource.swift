import Importing

/// The place in a source that a fact was read from, or a person's entry.
struct FactSource {
  var sourceId: Int64?
  var line: Int64?
  var record: Int64?

  init(sourceId: Int64?, place: Place?) {
    self.sourceId = sourceId
    line = place.map { Int64($0.line) }
    record = place?.record.map(Int64.init)
  }

  /// Sets the columns sourceId, line and record.
  func set(_ writer: TableWriter, from column: Int) {
    writer.set(column, sourceId)
    writer.set(column + 1, line)
    writer.set(column + 2, record)
  }
}
