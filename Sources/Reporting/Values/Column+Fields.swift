extension Column.Kind {
  /// The fields of which a cell of this kind consists, or none if it is one value.
  var fields: [Column] {
    switch self {
    case .period: [Column("startsOn", "from", .day), Column("endsOn", "to", .day)]
    case .record(let fields): fields
    default: []
    }
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
