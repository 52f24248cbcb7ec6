import GRDB
import Importing
public import Model

extension Reader {
  /// How many records of a kind hold on the day.
  ///
  /// - Throws: ``StoreError``.
  public func count(of type: RecordType) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT count(*) FROM temp.\(type.name)AsOf") ?? 0
  }

  /// Writes the records of a kind that hold on the day as native CSV, in order of reference.
  ///
  /// The columns are `reference`, the facts in the order of the kind, and `effectiveOn`. A fact
  /// without a value is empty; texts are guarded against spreadsheet formulas, numbers and days
  /// are not. Memory does not grow with the number of records.
  ///
  /// - Throws: ``StoreError``; what the sink throws.
  public func writeCSV(of type: RecordType, to sink: ([UInt8]) throws -> Void) throws {
    var writer = CSVWriter()
    writer.formulaGuard = true
    var bytes: [UInt8] = []
    writer.append(["reference"] + type.fields.map(\.name) + ["effectiveOn"], to: &bytes)
    try forEachText(of: type) { record in
      let facts = zip(type.fields, record.values).map { Self.field($0.type, $1) }
      writer.append(
        [.text(record.reference)] + facts + [.number(record.effectiveOn)],
        to: &bytes
      )
      guard bytes.count >= 1 << 16 else { return }
      try sink(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
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
