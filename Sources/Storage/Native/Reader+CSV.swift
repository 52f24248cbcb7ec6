import GRDB
import Importing
public import Model

extension Reader {
  /// How many records of a kind hold on the day.
  ///
  /// - Throws: ``StoreError``.
  public func count(of type: RecordType) throws -> Int {
    let table = EntryType.named(type.name)?.table ?? type.name
    return try Int.fetchOne(database, sql: "SELECT count(*) FROM temp.\(table)AsOf") ?? 0
  }

  /// Writes the records of a kind that hold on the day as native CSV, in order of reference, or of
  /// number where they have none.
  ///
  /// The columns are `reference`, unless the records are of one row, the facts in the order of the
  /// kind, and `effectiveOn`. A fact
  /// without a value is empty; texts are guarded against spreadsheet formulas, numbers and days
  /// are not. Memory does not grow with the number of records.
  ///
  /// - Throws: ``StoreError``; what the sink throws.
  public func writeCSV(of type: RecordType, to sink: ([UInt8]) throws -> Void) throws {
    var writer = CSVWriter()
    writer.formulaGuard = true
    var bytes: [UInt8] = []
    let entry = EntryType.named(type.name)
    let names = (entry == nil ? ["reference"] : []) + type.fields.map(\.name) + ["effectiveOn"]
    writer.append(names, to: &bytes)
    let write = { (record: RecordText) in
      let facts = zip(type.fields, record.values).map { Self.field($0.type, $1) }
      let reference = entry == nil ? [CSVWriter.Field.text(record.reference)] : []
      writer.append(reference + facts + [.number(record.effectiveOn)], to: &bytes)
      guard bytes.count >= 1 << 16 else { return }
      try sink(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    if let entry { try forEachEntry(of: entry, write) } else { try forEachText(of: type, write) }
    try sink(bytes)
  }

  private static func field(_ type: FieldType, _ value: FieldValue?) -> CSVWriter.Field {
    guard let value else { return .number("") }
    switch type {
    case .text, .choice, .reference: return .text(type.text(value))
    case .day, .instant, .count, .flag, .decimal, .duration, .money:
      return .number(type.text(value))
    }
  }
}
