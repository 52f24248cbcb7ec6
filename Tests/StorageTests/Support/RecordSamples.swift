import Model

@testable import Storage

/// A record of every kind, with a value for every fact that can have one by then.
enum RecordSamples {
  /// What records refer to beside each other, by kind.
  static let references = ["party": "US", "agreement": "OWN", "service": "S1", "person": "P1"]

  /// Adds one record of each kind; requests are numbered from the first number on.
  static func add(to store: Store, from first: Int, day: CivilDay) throws {
    var known = references
    for (index, type) in RecordType.all.enumerated() {
      var record = NewRecord(type, reference: "\(type.name)-A", effectiveOn: day)
      for (number, field) in type.fields.enumerated() {
        record.values[field.name] = value(field, number, known)
      }
      try store.addRecord(record, today: day, .number(first + index))
      known[type.name] = "\(type.name)-A"
    }
  }

  /// A value of a fact, nil where it refers to a kind that comes later.
  static func value(_ field: RecordField, _ number: Int, _ known: [String: String]) -> FieldValue? {
    switch field.type {
    case .text: .text("\(field.name) \u{00E4} <&> \(number)")
    // A dispute is opened before its steps.
    case .day:
      .day(CivilDay.of("2026-01-01").adding(days: field.name == "openedOn" ? 0 : number))
    case .instant: .instant(Instant(seconds: 1_767_250_800 + Int64(number)))
    case .count: .integer(Int64(number % 5))
    case .flag: .integer(Int64(number % 2))
    case .decimal: DecimalNumber("99.9\(number)").map(FieldValue.decimal)
    case .duration: .text("\(number + 1)m")
    case .money: Currency("EUR").map { .money(Money(minorUnits: 123_400, currency: $0)) }
    case .choice(let words): .text(words[number % words.count])
    case .reference(let kind): known[kind].map(FieldValue.reference)
    }
  }
}
