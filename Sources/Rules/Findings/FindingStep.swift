public import Importing
public import Model
public import Policies

/// A change of the status of a finding that somebody asks for.
public struct FindingStep: Hashable, Sendable {
  /// The status that the finding has.
  public let status: FindingStatus
  /// The status that it shall have.
  public let next: FindingStatus
  /// The person who did the work, or nil if nobody is named.
  public let doer: String?
  /// The person who verified it, or nil if nobody is named.
  public let verifier: String?

  /// Makes a step.
  public init(
    from status: FindingStatus,
    to next: FindingStatus,
    doer: String? = nil,
    verifier: String? = nil
  ) {
    self.status = status
    self.next = next
    self.doer = doer
    self.verifier = verifier
  }

  /// Why the step is not possible, or nil if it is.
  ///
  /// A finding is done by a named person and verified by a named person, who under the policy key
  /// `finding.verifierNotDoer` must be another one. Names are the same whatever their case and the
  /// blanks around them. The codes are `finding.step`, `finding.doer` and `finding.verifier`.
  public func problem(under policy: Policy) -> Problem? {
    guard status.successors.contains(next) else { return wrongStep }
    guard next == .done || next == .verified else { return nil }
    guard let doer = Self.key(doer) else { return missing("doer", "did the work") }
    guard next == .verified else { return nil }
    guard let verifier = Self.key(verifier) else { return missing("verifier", "verified it") }
    guard policy.obligations.verifierIsNotDoer, verifier == doer else { return nil }
    return Problem(
      "finding.verifier",
      value: self.verifier,
      message: "A finding is verified by another person than the one who did the work.",
      remedy: "Have somebody else look at it."
    )
  }

  private var wrongStep: Problem {
    let possible = status.successors.map(\.words).joined(separator: " or ")
    return Problem(
      "finding.step",
      value: next.rawValue,
      message: "A finding that is \(status.words) cannot become \(next.words).",
      remedy: "It can become \(possible)."
    )
  }

  private func missing(_ fault: String, _ deed: String) -> Problem {
    Problem(
      "finding.\(fault)",
      message: "A finding that is \(next.words) needs the person who \(deed).",
      remedy: "Name that person."
    )
  }

  /// A name for comparing, or nil for none.
  private static func key(_ name: String?) -> String? {
    let words = name?.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    return words.flatMap { $0.isEmpty ? nil : $0 }
  }
}
