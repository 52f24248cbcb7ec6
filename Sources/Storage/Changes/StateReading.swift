import GRDB
import Model

/// Reads rows about a record: five columns as for ``Reader/text(_:_:)``, the facts, then number,
/// recording, recording of the voiding, whether something takes part, and the numbers of what facts
/// refer to.
enum StateReading {
  /// The columns with the numbers of what facts refer to, each after a comma.
  static func numbers(_ type: RecordType, _ columns: (RecordField) -> [String]) -> String {
    referring(type).flatMap(columns).map { ", t.\($0)" }.joined()
  }

  private static func referring(_ type: RecordType) -> [RecordField] {
    type.fields.filter { field in
      if case .reference(let table) = field.type { table != "calendar" } else { false }
    }
  }

  /// The state that a row gives.
  static func state(_ row: Row, _ type: RecordType, _ reader: Reader) throws -> RecordState {
    let text = try reader.text(row, type)
    let next = 5 + type.fields.reduce(0) { $0 + $1.columns.count }
    var references: [String: Int64] = [:]
    for (offset, field) in referring(type).enumerated() {
      references[field.name] = row[next + 4 + offset]
    }
    return RecordState(
      id: row[next],
      effectiveOn: text.effectiveOn,
      recording: row[next + 1],
      voidedIn: row[next + 2],
      isPresent: row[next + 3],
      values: zip(text.values, type.fields).map { value, field in value.map(field.type.text) },
      references: references,
      source: text.source
    )
  }
}
