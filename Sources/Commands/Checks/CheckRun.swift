import Model
import Rules
import Storage

/// What a check found, with what it went by.
struct CheckResult {
  let asOf: AsOf
  let edition: Edition
  /// SHA-256 of the canonical text of the policy, hexadecimal.
  let policyDigest: String
  let outcome: CheckOutcome
}

/// Runs rules over everything that the store keeps, as of the day of a reader.
struct CheckRun {
  let rules: [Rule]
  let edition: Edition?
  let subject: String?
  let keepsAll: Bool

  init(_ rules: [Rule], edition: Edition?, subject: String?, keepsAll: Bool) {
    self.rules = rules
    self.edition = edition
    self.subject = subject
    self.keepsAll = keepsAll
  }

  func run(_ reader: Reader, _ machine: Machine) throws -> CheckResult {
    let policy = Policy()
    let zone = reader.organization.zone
    let end = zone.end(of: reader.asOf.day).adding(seconds: -1)
    var context = RuleContext(
      asOf: reader.asOf.day,
      now: min(end, machine.instant),
      zone: zone,
      policy: policy
    )
    context.edition = edition ?? policy.edition
    context.organization = try reader.organizationFile()
    context.graph = try reader.serviceGraph()
    var check = Check(rules, context, subject: subject, keepsAll: keepsAll)
    try reader.forEachRelationship { check.take($0) }
    return CheckResult(
      asOf: reader.asOf,
      edition: context.edition,
      policyDigest: policy.sha256,
      outcome: check.finish()
    )
  }
}
