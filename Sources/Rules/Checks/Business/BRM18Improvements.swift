import Model
import Policies

extension Rule {
  /// BRM-18: improvements are in the register and get done.
  static let improvements = Rule(
    id: "BRM-18",
    title: "Improvements for customers are registered and followed",
    clauses: [.of2005: "7.2, 4.4", .of2011: "4.5.5.2", .of2018: "10.2"],
    predicate: """
      An improvement agreed in a review, or because of a survey, complaint or miss, is not in the \
      register when its time is over; or an entry of the register is past its day for too long \
      without a new one.
      """,
    remediation: "Register it; plan it anew with its owner.",
    guidance: """
      Put every improvement that you agree into the one register, with owner, day and benefit, and \
      move the day openly if it cannot be kept. Good evidence is the action with the day on which \
      it was raised and its link to the register, and entries with a day that lies ahead.
      """,
    thresholds: ["improvement.register", "improvement.overdue", "dueSoon.lead"],
    records: ["action", "improvement", "review"],
    evaluation: .everywhere(
      { file, context in
        guard file.isCustomer(context) else { return [] }
        return file.customerParts.flatMap { part in
          ImprovementFollowUp(part.subject, part.name, part.records, part.calendar)
            .judge(context)
        }
      },
      { organization, context in
        ImprovementFollowUp(.organization(organization), nil, organization.records, nil)
          .judge(context)
      }
    )
  )
}
