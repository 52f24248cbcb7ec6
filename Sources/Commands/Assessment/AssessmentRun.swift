import Model
import Policies
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
    policyDigest = result.policyDigest
    register = AssessmentRegister(
      .shipped(result.edition),
      items: try reader.records(AssessmentItem.self),
      improvements: try reader.records(Improvement.self),
      outcome: result.outcome,
      result.context
    )
  }

  /// The frozen assessment.
  var frozen: FrozenAssessment { FrozenAssessment(register, policy: policyDigest) }
}
