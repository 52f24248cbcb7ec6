public import Model
public import Testing

/// Cells of a record as a test writes them.
private struct TextCells: RecordCells {
  let cells: [String?]

  func text(_ column: Int) -> String? { cells[column] }
  func integer(_ column: Int) -> Int64? { cells[column].flatMap { Int64($0) } }
}

extension StoredRecord {
  /// A record with facts as text; a reference is the other record's number, flags yes or no.
  ///
  /// Records an issue for a fact that the kind does not have, or of another form.
  public static func sample(
    _ reference: String,
    id: Int64 = 1,
    _ facts: [String: String],
    at location: SourceLocation = #_sourceLocation
  ) throws -> Self {
    var cells: [String?] = ["\(id)", reference]
    for name in facts.keys where type.field(name) == nil {
      Issue.record("A \(type.name) has no \(name).", sourceLocation: location)
    }
    for field in type.fields {
      let value = facts[field.name]
      switch field.type {
      case .money:
        guard case .money(let money)? = value.flatMap(field.type.value) else {
          cells += [nil, nil]
          continue
        }
        cells += ["\(money.minorUnits)", money.currency.code]
      case .flag: cells.append(value.map { $0 == "yes" ? "1" : "0" })
      default: cells.append(value)
      }
    }
    var row = RecordRow(TextCells(cells: cells))
    return try Self(&row)
  }
}
