import Importing
import Model

/// Refuses drafts that the schema would refuse, with a sentence instead of a constraint.
enum DraftCheck {
  /// The closed lists, as the schema has them.
  private static let allowed: [(field: Field, values: [String])] = [
    (.kind, AgreementKind.allCases.map(\.rawValue)),
    (.structure, AgreementStructure.allCases.map(\.rawValue)),
    (.declaredStatus, DeclaredStatus.allCases.map(\.rawValue)),
    (.tier, Tier.allCases.map(\.rawValue)),
    (.renewal, RenewalKind.allCases.map(\.rawValue)),
    (.noticeBase, NoticeBase.allCases.map(\.rawValue)),
    (.noticeTo, NoticeTarget.allCases.map(\.rawValue)),
    (.noticeRule, NoticeCount.allCases.map(\.rawValue)),
    (.noticeConvention, NoticeConvention.allCases.map(\.rawValue)),
    (.noticeAdjustment, NoticeAdjustment.allCases.map(\.rawValue)),
    (.noticeGivenBy, [NoticeGiver.us, .them].map(\.rawValue)),
  ]

  private static let closed = allowed.reduce(into: FieldSet()) { $0.insert($1.field) }
  private static let periods: [Field] = [
    .initialTerm, .renewalTerm, .noticePeriod, .noticePeriodTheirs, .noticeDelivery,
    .reviewInterval,
  ]
  private static let money: [(amount: Field, currency: Field)] = [
    (.value, .valueCurrency), (.annualValue, .annualValueCurrency),
    (.valueChange, .valueCurrency),
  ]

  /// What keeps the draft from being stored; empty if nothing does.
  static func problems(_ draft: borrowing Draft) -> [Problem] {
    var problems: [Problem] = []
    if draft.key.isEmpty { problems.append(missingKey(draft.place)) }
    if !draft.given.isDisjoint(with: closed) { checkLists(draft, &problems) }
    for (amount, currency) in money where draft.given.contains(amount) {
      if draft.bytes(currency)?.count != 3 {
        problems.append(missingCurrency(amount, draft.place))
      }
    }
    for field in periods {
      guard let bytes = draft.bytes(field) else { continue }
      let period = unsafe draft.withBytes(bytes) { unsafe Period(bytes: $0) }
      guard period == nil else { continue }
      problems.append(unreadablePeriod(field, draft.string(bytes), draft.place))
    }
    return problems
  }

  private static func checkLists(_ draft: borrowing Draft, _ problems: inout [Problem]) {
    for (field, values) in allowed {
      guard let bytes = draft.bytes(field), !isOne(of: values, bytes, draft) else { continue }
      let text = draft.string(bytes)
      problems.append(
        Problem(
          "value.unknown",
          place: draft.place,
          field: "\(field)",
          value: text,
          message: "\u{201C}\(text)\u{201D} is not a known value of \(field).",
          remedy: "Use one of \(values.joined(separator: ", "))."
        )
      )
    }
  }

  private static func isOne(
    of values: [String],
    _ bytes: Draft.Bytes,
    _ draft: borrowing Draft
  ) -> Bool {
    unsafe draft.withBytes(bytes) { bytes in
      values.contains { unsafe $0.utf8.elementsEqual(bytes) }
    }
  }

  private static func missingKey(_ place: Place) -> Problem {
    Problem(
      "key.missing",
      place: place,
      message: "The record has no key.",
      remedy: "Fill in the columns that the profile names as the key."
    )
  }

  private static func missingCurrency(_ amount: Field, _ place: Place) -> Problem {
    Problem(
      "currency.missing",
      place: place,
      field: "\(amount)",
      message: "The amount in \(amount) has no currency of three letters.",
      remedy: "Name the currency in the profile or in a column."
    )
  }

  private static func unreadablePeriod(_ field: Field, _ text: String, _ place: Place) -> Problem {
    Problem(
      "period.unreadable",
      place: place,
      field: "\(field)",
      value: text,
      message: "\u{201C}\(text)\u{201D} is not a duration.",
      remedy: "Write a number and a unit: 30d, 5bd, 6w, 3m, 2q or 1y."
    )
  }
}
