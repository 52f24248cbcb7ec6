import Model
import Policies

extension Rule {
  /// BRM-09: what a formal complaint is, is agreed with each customer.
  static let complaintDefinitions = Rule(
    id: "BRM-09",
    title: "What counts as a formal complaint is agreed with each customer",
    clauses: [.of2005: "7.2", .of2011: "7.1"],
    predicate: "No definition of a formal complaint is agreed with a customer.",
    remediation: "Put the definition into the SLA or the service guide, and get assent to it.",
    guidance: """
      Agree with each customer what makes a complaint a formal one, such as its form and who may \
      raise it; record every other expression of dissatisfaction as well. Good evidence is the \
      text, the day of the agreement, and who agreed. The edition of 2018 does not ask for it, and \
      it stays good practice.
      """,
    records: ["complaintDefinition"],
    evaluation: .relationship { file, context in
      file.isCustomer(context) ? [judge(file, context)] : []
    }
  )

  private static func judge(_ file: RelationshipFile, _ context: RuleContext) -> Judgement {
    let subject = Judgement.Subject.party(file.party)
    let name = file.customerName
    let definitions = file.all(ComplaintDefinition.self).filter { definition in
      definition.agreedOn.map { $0 <= context.asOf } ?? true
    }
    guard let last = definitions.max(by: { isWeaker($0, than: $1) }) else {
      return .fail(
        subject,
        .minor,
        "No agreed definition of a complaint with \(name) as of \(context.asOf)."
      )
    }
    let evidence = [Judgement.Evidence(last)]
    let what = "Definition \(last.reference) of a complaint with \(name)"
    guard let agreedOn = last.agreedOn, let agreedBy = last.agreedBy else {
      let gaps = [
        last.agreedOn == nil ? "when it was agreed" : nil,
        last.agreedBy == nil ? "who agreed" : nil,
      ]
      let words = gaps.compactMap { $0 }.joined(separator: " and ")
      return .insufficientData(subject, "\(what) does not say \(words).").resting(on: evidence)
    }
    return .pass(subject, "\(what) was agreed \(agreedOn) by \(agreedBy).").resting(on: evidence)
  }

  /// Whether one definition shows less than another: without day or name, else the older one.
  private static func isWeaker(
    _ left: ComplaintDefinition,
    than right: ComplaintDefinition
  ) -> Bool {
    func rank(_ definition: ComplaintDefinition) -> (Int, CivilDay, String) {
      let facts = (definition.agreedOn == nil ? 0 : 1) + (definition.agreedBy == nil ? 0 : 1)
      return (facts, definition.agreedOn ?? .first, definition.reference)
    }
    return rank(left) < rank(right)
  }
}
