public import Model

/// A record of a kind as somebody enters or changes it.
public struct NewRecord: Sendable {
  /// The kind.
  public var type: RecordType
  /// Our reference; nil lets the store choose the next one, such as `review-12`.
  public var reference: String?
  /// The facts by name.
  ///
  /// Nil takes a fact away; what is not named stays as it is.
  public var values: [String: FieldValue?]
  /// The day from which the values hold; nil for the day of what they correct.
  public var effectiveOn: CivilDay?

  /// Makes a record without facts.
  public init(_ type: RecordType, reference: String?, effectiveOn: CivilDay?) {
    self.type = type
    self.reference = reference
    self.effectiveOn = effectiveOn
    values = [:]
  }

  /// Sets a fact.
  public mutating func set(_ name: String, _ value: FieldValue?) { values[name] = .some(value) }
}

extension NewRecord {
  /// The facts as text, for the journal.
  var payload: [String: String?] {
    var payload: [String: String?] = ["reference": reference]
    for (name, value) in values {
      guard let field = type.field(name) else { continue }
      payload[name] = .some(value.map(field.type.text))
    }
    return payload
  }

  /// Refuses facts that the kind does not have, values of another type, and spans that end before
  /// they begin.
  func check(_ check: inout RecordCheck) {
    if let reference { check.require(reference, "reference") }
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      guard let field = type.field(name) else {
        check.add(
          "field.unknown",
          field: name,
          value: nil,
          "A \(type.words) has no \(name).",
          remedy: "Use one of \(type.fields.map(\.name).joined(separator: ", "))."
        )
        continue
      }
      if let value { checkValue(field, value, &check) }
    }
    for (first, last) in Self.spans { checkSpan(first, last, &check) }
  }

  private func checkValue(_ field: RecordField, _ value: FieldValue, _ check: inout RecordCheck) {
    let text = field.type.text(value)
    guard field.type.value(text) != value || text.isEmpty else { return }
    check.add(
      "value.unreadable",
      field: field.name,
      value: text,
      "\u{201C}\(text)\u{201D} is no value of \(field.name).",
      remedy: "Write \(field.type.expectation)."
    )
  }

  /// Days that come in order.
  static let spans = [
    ("validFrom", "validThrough"), ("periodStart", "periodEnd"), ("validFrom", "expiresOn"),
    ("acceptedOn", "expiresOn"), ("startsOn", "validThrough"), ("startsOn", "endsOn"),
    ("liveFrom", "liveThrough"),
  ]

  private func checkSpan(_ first: String, _ last: String, _ check: inout RecordCheck) {
    guard case .day(let start)?? = values[first], case .day(let end)?? = values[last] else {
      return
    }
    check.requireOrder((first, start.description), (last, end.description))
  }
}
