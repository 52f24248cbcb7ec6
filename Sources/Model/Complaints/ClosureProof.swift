/// What proves that a complaint may be closed in some way.
public enum ClosureProof: Hashable, Sendable {
  /// The complainant agreed: who, when, and where it is written; a note of a named person will do
  /// for what was said.
  case agreed(by: String?, at: Instant?, proof: String?)
  /// The complainant did not answer; `ruleIsAgreed` is whether the agreed procedure has the rule.
  case deemed(requestedAt: Instant?, reminders: [Instant], ruleIsAgreed: Bool)
  /// The complainant refuses, and no level is left.
  case exhausted(level: Int, highestLevel: Int, outsideRoute: String?)
  /// The complainant took it back in writing.
  case withdrawn(proof: String?)
  /// It repeats another complaint of the same complainant.
  case duplicate(of: Int64?, sameComplainant: Bool)
  /// It is something else, and the complainant was told.
  case reclassified(reason: String?, complainantTold: Bool)

  /// The way of closing that it proves.
  public var kind: Complaint.ClosureKind {
    switch self {
    case .agreed: .agreed
    case .deemed: .deemed
    case .exhausted: .exhausted
    case .withdrawn: .withdrawn
    case .duplicate: .duplicate
    case .reclassified: .reclassified
    }
  }

  /// What is missing for closing at an instant, in words; empty if the proof is complete.
  ///
  /// - Parameters:
  ///   - instant: The time of closing.
  ///   - rule: When no answer counts as consent.
  ///   - calendar: The calendar of the complaint.
  /// - Returns: The missing parts in a fixed order.
  /// - Throws: ``CalendarGap`` if a day between is not known.
  public func missing(
    at instant: Instant,
    rule: DeemedClosure = DeemedClosure(),
    calendar: BusinessCalendar
  ) throws(CalendarGap) -> [String] {
    switch self {
    case .agreed(let person, let time, let proof):
      return Self.list([
        (Self.isBlank(person), "who agreed"), (time.map { $0 > instant } ?? true, "when"),
        (Self.isBlank(proof), "a message or a signed note"),
      ])
    case .deemed(let requestedAt, let reminders, let ruleIsAgreed):
      let missing = try rule.missing(
        at: instant,
        requestedAt: requestedAt,
        reminders: reminders,
        calendar: calendar
      )
      return missing + (ruleIsAgreed ? [] : ["the rule in the agreed procedure"])
    case .exhausted(let level, let highest, let route):
      return Self.list([
        (level < highest, "level \(highest), as only level \(level) was reached"),
        (Self.isBlank(route), "the outside route, named in writing"),
      ])
    case .withdrawn(let proof): return Self.list([(Self.isBlank(proof), "a written withdrawal")])
    case .duplicate(let leading, let isSame):
      return Self.list([
        (leading == nil, "the leading complaint"), (!isSame, "the same complainant"),
      ])
    case .reclassified(let reason, let isTold):
      return Self.list([(Self.isBlank(reason), "a reason"), (!isTold, "a word to the complainant")])
    }
  }

  private static func isBlank(_ text: String?) -> Bool {
    text?.allSatisfy(\.isWhitespace) ?? true
  }

  private static func list(_ parts: [(isMissing: Bool, words: String)]) -> [String] {
    parts.filter(\.isMissing).map(\.words)
  }
}

extension Complaint.ClosureKind {
  /// Whether a complaint closed that way counts as formally closed.
  public enum Formality: String, Sendable, CaseIterable {
    /// It counts.
    case counts
    /// It counts, and is reported apart.
    case countsApart
    /// It counts if the leading complaint does.
    case followsLeading
    /// It was no complaint.
    case noComplaint
  }

  /// Whether a complaint closed that way counts as formally closed.
  public var formality: Formality {
    switch self {
    case .agreed, .withdrawn: .counts
    case .deemed, .exhausted: .countsApart
    case .duplicate: .followsLeading
    case .reclassified: .noComplaint
    }
  }
}
