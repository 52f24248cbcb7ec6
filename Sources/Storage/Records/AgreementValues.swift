import Importing
import Model

/// Checks what a person gives for an agreement as an import is checked, and a little more.
enum AgreementValues {
  /// Refuses what cannot be stored.
  ///
  /// The check is made over all facts as they will be; the days are compared only if one of
  /// them is given, so that an old fault does not stand in the way of another change.
  static func check(
    _ values: [Field: RecordValue],
    reference: String,
    facts: [StoredValue]
  ) throws {
    var check = RecordCheck()
    check.require(reference, "reference")
    for field in values.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      checkSort(field, values[field] ?? .empty, &check)
    }
    try check.finish()
    check.add(DraftCheck.problems(draft(reference, facts)))
    if case .text(let reason)? = values[.endReason] {
      check.require(reason, "endReason", oneOf: EndReason.allCases.map(\.rawValue))
    }
    for (first, last) in orders where values[first] != nil || values[last] != nil {
      check.requireOrder(
        ("\(first)", facts[Int(first.rawValue)].text),
        ("\(last)", facts[Int(last.rawValue)].text)
      )
    }
    try check.finish()
  }

  private static let orders: [(Field, Field)] = [
    (.startsOn, .endsOn), (.startsOn, .endedOn), (.startsOn, .latestPossibleEnd),
    (.endsOn, .latestPossibleEnd),
  ]

  private static func checkSort(_ field: Field, _ value: RecordValue, _ check: inout RecordCheck) {
    guard AgreementFacts.set.contains(field) else {
      return check.add(
        "field.unknown",
        field: "\(field)",
        value: value.payload,
        "An agreement has no field \(field).",
        remedy: "Leave it out."
      )
    }
    guard value.stored(field) == nil else { return checkFlag(field, value, &check) }
    let sort = field.isDay ? "a day" : field.isNumber ? "a number" : "text"
    check.add(
      "value.wrongSort",
      field: "\(field)",
      value: value.payload,
      "\(field) takes \(sort).",
      remedy: "Give \(sort)."
    )
  }

  private static func checkFlag(_ field: Field, _ value: RecordValue, _ check: inout RecordCheck) {
    if case .number(let number) = value,
      field == .openEnded && !(0...1).contains(number) || field == .maxRenewals && number < 0
    {
      let range = field == .openEnded ? "0 or 1" : "a number from 0 on"
      check.add(
        "value.outOfRange",
        field: "\(field)",
        value: "\(number)",
        "\(number) is not possible for \(field).",
        remedy: "Give \(range)."
      )
    }
    if field == .kind, value == .empty {
      check.add(
        "value.missing",
        field: "kind",
        value: nil,
        "An agreement has a kind.",
        remedy: "Use one of \(AgreementKind.allCases.map(\.rawValue).joined(separator: ", "))."
      )
    }
  }

  /// Facts as a draft, for the checks that drafts go through.
  private static func draft(_ reference: String, _ facts: [StoredValue]) -> Draft {
    var draft = Draft()
    draft.key = draft.append(reference)
    for field in AgreementFacts.fields {
      switch facts[Int(field.rawValue)] {
      case .text(let text) where field.isDay:
        if let day = CivilDay(text) { draft.set(field, number: Int64(day.number)) }
      case .text(let text): draft.set(field, text: text)
      case .integer(let number): draft.set(field, number: number)
      case .null, .blob: continue
      }
    }
    return draft
  }
}
