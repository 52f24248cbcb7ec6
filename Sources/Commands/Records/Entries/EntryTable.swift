import Model
import Reporting
import Storage

/// Records that are one row as tables and pages: their number, unless they have a reference, and
/// their facts.
enum EntryTable {
  /// A table of records.
  static func listing(_ entry: EntryType, _ records: [RecordText]) -> Listing {
    let type = entry.type
    return Listing(
      type.pluralWords.prefix(1).uppercased() + type.pluralWords.dropFirst(),
      CountNoun(type.words, type.pluralWords),
      columns(entry),
      records.map { Row(cells($0, entry)) }
    )
  }

  /// All about one record.
  static func document(_ record: RecordText, _ entry: EntryType) -> Document {
    RecordTable.page(record, entry.type, columns(entry), cells(record, entry))
  }

  private static func columns(_ entry: EntryType) -> [Column] {
    let number = Column("id", "Number", .integer, importance: .essential)
    return (entry.isNumbered ? [number] : []) + RecordTable.factColumns(entry.type)
  }

  private static func cells(_ record: RecordText, _ entry: EntryType) -> [Cell] {
    let number: [Cell] =
      entry.isNumbered ? [Int64(record.reference).map(Cell.integer) ?? .empty] : []
    return number + RecordTable.facts(record, entry.type)
  }
}
