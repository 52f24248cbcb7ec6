import Model
import Rules
import Storage

/// The self-assessment of an edition, with the check behind it.
struct AssessmentRun {
  /// What is claimed beside what is proven.
  let register: AssessmentRegister
  /// The SHA-256 of the policy by which was judged.
  let policyDigest: String

  /// Runs all rules as of the day of a reader, and joins the results with the entries.
  ///
  /// The edition is that of the policy if none is given.
  init(_ reader: Reader, _ machine: Machine, _ edition: Edition?) throws {
    let result = try CheckRun(Rule.all, edition: edition, subject: nil, keepsAll: false)
      .run(reader, machine)
    let zone = reader.organization.zone
    let context = RuleContext(
      asOf: result.asOf.day,
      now: min(zone.end(of: result.asOf.day).adding(seconds: -1), machine.instant),
      zone: zone,
      policy: try PolicyInForce(reader).policy
    )
    policyDigest = result.policyDigest
    register = AssessmentRegister(
      .shipped(result.edition),
      items: try reader.records(AssessmentItem.self),
      improvements: try reader.records(Improvement.self),
      outcome: result.outcome,
      context
    )
  }

  /// The frozen assessment.
  var frozen: FrozenAssessment { FrozenAssessment(register, policy: policyDigest) }
}
