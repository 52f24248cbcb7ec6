extension Column.Kind {
  /// The fields of which a cell of this kind consists, or none if it is one value.
  var fields: [Column] {
    switch self {
    case .period: Self.periodFields
    case .record(let fields): fields
    default: []
    }
  }

  private static let periodFields = [
    Column("startsOn", "from", .day), Column("endsOn", "to", .day),
  ]

  /// The number of CSV columns that a column of this kind becomes.
  var flatCount: Int {
    if case .money = self { return 2 }
    let fields = fields
    return fields.isEmpty ? 1 : fields.reduce(0) { $0 + $1.kind.flatCount }
  }

  /// The kind of the elements, if this is a list.
  var element: Column.Kind? {
    guard case .list(let element) = self else { return nil }
    return element
  }
}

extension Column {
  /// The names of the CSV columns that this column becomes, in order.
  ///
  /// An amount `value` becomes `value` and `valueCurrency`; a record's fields are appended to its
  /// key in camel case, `currentTerm` and `startsOn` becoming `currentTermStartsOn`.
  var flatKeys: [String] {
    if case .money = kind { return [key, key + "Currency"] }
    guard !kind.fields.isEmpty else { return [key] }
    return kind.fields.flatMap { field in
      field.flatKeys.map { key + $0.prefix(1).uppercased() + $0.dropFirst() }
    }
  }
}
