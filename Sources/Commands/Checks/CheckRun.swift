import Model
import Policies
import Rules
import Storage

/// What a check found, with what it went by.
struct CheckResult {
  let asOf: AsOf
  /// The day, the policy and the rest that it went by.
  let context: RuleContext
  /// SHA-256 of the canonical text of the policy, hexadecimal.
  let policyDigest: String
  let outcome: CheckOutcome

  /// The edition whose clauses were judged.
  var edition: Edition { context.edition }
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
    let policy = try PolicyInForce(reader).policy
    let zone = reader.organization.zone
    let end = zone.end(of: reader.asOf.day).adding(seconds: -1)
    var context = RuleContext(
      asOf: reader.asOf.day,
      now: min(end, machine.instant),
      zone: zone,
      policy: policy
    )
    context.edition = edition ?? policy.edition
    context.policySince = try reader.policySince()
    context.organization = try reader.organizationFile()
    context.graph = try reader.serviceGraph()
    var check = Check(rules, context, subject: subject, keepsAll: keepsAll)
    let empty = check
    try reader.forEachRelationship { files in
      var part = empty
      for file in files { part.take(file) }
      return part
    } _: { part in
      check.merge(part)
    }
    return CheckResult(
      asOf: reader.asOf,
      context: context,
      policyDigest: policy.sha256,
      outcome: check.finish()
    )
  }
}
