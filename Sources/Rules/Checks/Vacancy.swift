import Model
import Policies

/// Judges whether somebody answers for a party on the day, and since when nobody does.
struct Vacancy {
  /// The role, such as `contractManager`, and what it is called.
  let role, words: String

  func judge(_ file: RelationshipFile, _ context: RuleContext) -> Judgement {
    let subject = Judgement.Subject.party(file.party)
    let name = "\(file.party.reference) (\(file.party.name))"
    let assigned = file.assignments.filter { $0.role == role && $0.validFrom <= context.asOf }
    if assigned.contains(where: { $0.holds(on: context.asOf) }) {
      return .pass(subject, "\(name) has a \(words).")
    }
    guard let since = since(assigned, file) else {
      return .insufficientData(subject, "\(name) has no \(words), and nothing says since when.")
    }
    let days = since.days(to: context.asOf)
    let most = context.days(context.policy.judgement.vacancyMinor)
    return .fail(
      subject,
      days > most ? .major : .minor,
      due: since,
      "\(name) has had no \(words) since \(since) (\(Count.days(days)))."
    )
  }

  /// The first day without anybody: after the last assignment, else the start of the relationship.
  private func since(_ assigned: [AssignmentFacts], _ file: RelationshipFile) -> CivilDay? {
    if let last = assigned.compactMap(\.validThrough).max() { return last.adding(days: 1) }
    return file.agreements.filter(\.isActive).compactMap(\.terms.startsOn).min()
      ?? file.party.roles.compactMap(\.validFrom).min()
  }
}
