import Model
import Policies

/// Judges whether a version of an agreement was approved as a change before it took effect.
///
/// Its findings have no due day, so that an approval that came late does not grow graver with time;
/// the number of the version tells them apart.
struct VersionApproval {
  /// The agreement.
  let agreement: AgreementFile
  /// What the agreement is called, such as `S-1 with Acme`.
  let name: String
  let version: AgreementFile.Version

  /// Judges the versions of an agreement that a policy asks for, in order of number.
  ///
  /// Which ones see ``AgreementFile/controlledVersions(_:)``.
  static func judge(_ agreement: AgreementFile, _ name: String, _ context: RuleContext)
    -> [Judgement]
  {
    agreement.controlledVersions(context).map { version in
      Self(agreement: agreement, name: name, version: version).judge(context)
        .about("version \(version.number)")
    }
  }

  private func judge(_ context: RuleContext) -> Judgement {
    let changes = changes.sorted {
      ($0.approvedOn ?? .last, $0.reference) < ($1.approvedOn ?? .last, $1.reference)
    }
    let evidence = changes.map { Judgement.Evidence($0) }
    let what = "Version \(version.number) of \(name)"
    guard let from = version.effectiveFrom else {
      return .insufficientData(subject, "\(what): nothing says from when it takes effect.")
        .resting(on: evidence)
    }
    if let change = changes.first(where: { approval(of: $0, context).map { $0 <= from } ?? false })
    {
      let approved = change.approvedOn.map { ", approved \($0)" } ?? ""
      return .pass(
        subject,
        "\(what) takes effect \(from) by change \(change.reference)\(approved)."
      ).resting(on: evidence)
    }
    guard from < context.asOf else { return pending(what, from, context).resting(on: evidence) }
    return lapse(what, from, changes, context).resting(on: evidence)
  }

  private var subject: Judgement.Subject { .agreement(agreement) }

  /// The changes that made the version.
  private var changes: [ChangeRequest] {
    agreement.records[ChangeRequest.self].filter { $0.made(version) }
  }

  private func approval(of change: ChangeRequest, _ context: RuleContext) -> CivilDay? {
    change.approvedOn.flatMap { $0 <= context.asOf ? $0 : nil }
  }

  /// A version that does not hold before the day is over can still be approved.
  private func pending(_ what: String, _ from: CivilDay, _ context: RuleContext) -> Judgement {
    let message = "\(what) takes effect \(from), not approved as of \(context.asOf)."
    let lead = context.days(context.policy.judgement.dueSoonLead)
    return context.asOf.days(to: from) > lead
      ? .pass(subject, due: from, message) : .dueSoon(subject, due: from, message)
  }

  private func lapse(
    _ what: String,
    _ from: CivilDay,
    _ changes: [ChangeRequest],
    _ context: RuleContext
  ) -> Judgement {
    let late = changes.first { approval(of: $0, context) != nil }
    var message = "\(what) took effect \(from) without approved change as of \(context.asOf)"
    if let late, let approved = late.approvedOn {
      let time = Count.days(from.days(to: approved))
      message =
        "\(what) took effect \(from); change \(late.reference) was approved \(approved), \(time) late"
    }
    guard context.policySince != nil else {
      return .insufficientData(
        subject,
        "\(message); nothing says since when a policy asks for one in time."
      )
    }
    return .fail(subject, late == nil ? .major : .minor, "\(message).")
  }
}
