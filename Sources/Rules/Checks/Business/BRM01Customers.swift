import Model
import Policies

extension Rule {
  /// BRM-01: customers, their users and other interested parties are known.
  static let customers = Rule(
    id: "BRM-01",
    title: "Customers, users and interested parties are known and written down",
    clauses: [.of2005: "7.2", .of2011: "7.1", .of2018: "8.3.2"],
    predicate: """
      No party is a customer; or a customer has no contact with an address, no user group (not \
      asked for in 2005), or a list of stakeholders that was not confirmed in time.
      """,
    remediation: "Complete the contacts and user groups; confirm the list at the next review.",
    guidance: """
      For each customer note whom to talk to, which groups of people use which service, and who \
      else has an interest. Go through the list with the customer once a year, best in the service \
      review. Good evidence is the list itself and the day and name of who confirmed it.
      """,
    thresholds: ["stakeholders.confirm", "dueSoon.lead"],
    records: ["contact", "userGroup", "stakeholderConfirmation"],
    evaluation: .everywhere(
      { file, context in file.isCustomer(context) ? [judge(file, context)] : [] },
      { organization, context in [judge(organization, context)] }
    )
  )

  private static func judge(_ organization: OrganizationFile, _ context: RuleContext) -> Judgement {
    let subject = Judgement.Subject.organization(organization)
    guard organization.customerCount > 0 else {
      return .fail(subject, .major, "No party is recorded as a customer as of \(context.asOf).")
    }
    return .pass(subject, "Customers are recorded as of \(context.asOf).")
  }

  private static func judge(_ file: RelationshipFile, _ context: RuleContext) -> Judgement {
    let subject = Judgement.Subject.party(file.party)
    let last = confirmation(file, context)
    let evidence = last.map { [Judgement.Evidence($0)] } ?? []
    let interval = context.policy.reviews.stakeholdersConfirm
    let due = (last?.confirmedOn ?? file.customerSince(on: context.asOf))?.adding(interval)
    let list = DueJudgement(
      subject: subject,
      what: "Stakeholder list of customer \(file.customerName)",
      last: last.map { "last confirmed \($0.confirmedOn)" } ?? "never confirmed",
      due: due ?? context.asOf
    ).judge(context).resting(on: evidence)
    let lacks = lacks(file, context)
    guard lacks.isEmpty else {
      let isLate = due != nil && list.result == .fail
      let message = "Customer \(file.customerName): \(lacks.joined(separator: ", ")) as of"
      return .fail(
        subject,
        .minor,
        due: isLate ? due : nil,
        "\(message) \(context.asOf).\(isLate ? " \(list.message)" : "")"
      ).resting(on: evidence)
    }
    guard due != nil else {
      return .insufficientData(
        subject,
        "Customer \(file.customerName): nothing says when the stakeholder list was confirmed or is due."
      )
    }
    return list
  }

  /// Which people are not known; in 2005 users were not asked for.
  private static func lacks(_ file: RelationshipFile, _ context: RuleContext) -> [String] {
    let contacts = file.party.contacts(on: context.asOf)
    var lacks: [String] = []
    if !contacts.contains(where: { $0.email != nil || $0.phone != nil }) {
      lacks.append("no contact with an address")
    }
    if context.edition != .of2005, file.records[UserGroup.self].isEmpty {
      lacks.append("no user group")
    }
    return lacks
  }

  private static func confirmation(
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> StakeholderConfirmation? {
    file.records[StakeholderConfirmation.self].filter { $0.confirmedOn <= context.asOf }
      .max { ($0.confirmedOn, $0.reference) < ($1.confirmedOn, $1.reference) }
  }
}
