public import Importing
public import Model

/// What makes a row of the self-assessment incomplete or contradict itself.
///
/// Each problem has its own code: `assessment.none`, `assessment.proof`, `assessment.gap`,
/// `assessment.applicability`, `assessment.subjects` and `assessment.due`.
struct AssessmentGuards {
  let day: CivilDay

  func problems(_ row: AssessmentRow) -> [Problem] {
    guard row.isApplicable else {
      return [withoutReason(row), withSubjects(row)].compactMap(\.self)
    }
    return [unassessed(row), unproven(row), gap(row), overdue(row)].compactMap(\.self)
  }

  private func problem(
    _ row: AssessmentRow,
    _ fault: String,
    _ message: String,
    _ remedy: String
  ) -> Problem {
    Problem(
      "assessment.\(fault)",
      field: row.clause.number,
      message: message,
      remedy: remedy
    )
  }

  private func unassessed(_ row: AssessmentRow) -> Problem? {
    guard row.claimed == .notAssessed, row.clause.proof != .none else { return nil }
    return problem(
      row,
      "none",
      "Clause \(row.clause.number) has not been assessed.",
      "Enter how far it is met, and what shows it."
    )
  }

  /// Nobody claims fully against a rule that fails or cannot be shown, without a note.
  private func unproven(_ row: AssessmentRow) -> Problem? {
    guard row.claimed == .fully, Self.isEmpty(row.item?.comment) else { return nil }
    return row.claimingFully
  }

  /// Every row below fully has an improvement or an accepted reason.
  private func gap(_ row: AssessmentRow) -> Problem? {
    guard [.none, .partly, .largely].contains(row.claimed), Self.isEmpty(row.item?.acceptedReason)
    else { return nil }
    if let improvement = row.improvement {
      guard improvement.state == .rejected else { return nil }
      return problem(
        row,
        "gap",
        "Clause \(row.clause.number) is \(row.claimed.words), and improvement "
          + "\(improvement.reference) was rejected.",
        "Name another improvement, or say why the gap is accepted."
      )
    }
    return problem(
      row,
      "gap",
      "Clause \(row.clause.number) is \(row.claimed.words), and nothing leads further.",
      "Name an improvement, or say why the gap is accepted."
    )
  }

  private func withoutReason(_ row: AssessmentRow) -> Problem? {
    guard Self.isEmpty(row.item?.applicabilityReason) else { return nil }
    return problem(
      row,
      "applicability",
      "Clause \(row.clause.number) is said not to apply, without a reason.",
      "Say why it does not apply; the edition lets no clause be left out for convenience."
    )
  }

  /// What is said not to apply has no subjects.
  private func withSubjects(_ row: AssessmentRow) -> Problem? {
    guard let state = row.rules.first(where: { $0.subjects > 0 }) else { return nil }
    return problem(
      row,
      "subjects",
      "Clause \(row.clause.number) is said not to apply, but \(state.rule) judges "
        + "\(Count.of(state.subjects, "subject")).",
      "Assess the clause, or correct the records."
    )
  }

  private func overdue(_ row: AssessmentRow) -> Problem? {
    guard let next = row.nextOn, case .overdue(let days) = DueState(due: next, on: day) else {
      return nil
    }
    return problem(
      row,
      "due",
      "Clause \(row.clause.number) was to be assessed again by \(next), \(Count.days(days)) ago.",
      "Assess it again."
    )
  }

  private static func isEmpty(_ text: String?) -> Bool {
    text?.allSatisfy(\.isWhitespace) ?? true
  }
}

extension AssessmentRow {
  /// Why the clause cannot be claimed fully met without a note, or nil if it can.
  public var claimingFully: Problem? {
    guard !failing.isEmpty else { return nil }
    let states = rules.filter { failing.contains($0.rule) }.map { state in
      "\(state.rule) \(state.result == .fail ? "fails" : "cannot be shown")"
    }
    return Problem(
      "assessment.proof",
      field: clause.number,
      message: "Clause \(clause.number) is claimed fully met, but "
        + "\(states.joined(separator: ", ")).",
      remedy: "Put right what fails, claim less, or say in the comment why it is met all the same."
    )
  }
}

extension AssessmentItem.Status {
  /// The status in words for a sentence, such as `partly met`.
  public var words: String {
    switch self {
    case .notAssessed: "not assessed"
    case .none: "not met"
    case .partly: "partly met"
    case .largely: "largely met"
    case .fully: "fully met"
    }
  }
}
