public import Importing

/// The fields of an agreement that a revision keeps, in the order of the table's columns.
public enum AgreementFacts {
  /// The fields; each column of `agreementRevision` has the name of its field.
  public static let fields: [Field] = Field.allCases.filter {
    $0.rawValue <= Field.annualValueCurrency.rawValue
  }

  /// The fields as a set.
  public static let set = FieldSet(fields)

  static let columns = fields.map { "\($0)" }
}

extension FieldSet {
  fileprivate init(_ fields: [Field]) {
    self = fields.reduce(into: []) { $0.insert($1) }
  }
}
