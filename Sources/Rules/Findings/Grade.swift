public import Model

/// How grave a finding is.
///
/// A major one says that a required thing is missing altogether or fails for so long or so often
/// that the process cannot be said to work; a minor one is a single lapse; an observation is still
/// within the rule but on its way out of it, or good practice that is missing; an info is no
/// judgement. Certification bodies grade by effect, so these are proposals.
public typealias Grade = Finding.Grade

extension Grade {
  /// All grades, the gravest first.
  public static let byGravity: [Self] = [.major, .minor, .observation, .info]

  /// Whether this grade is graver than another one; no grade is graver than itself.
  public func isGraver(than other: Self) -> Bool { gravity > other.gravity }

  /// The graver one of two grades.
  public func orGraver(_ other: Self) -> Self { other.isGraver(than: self) ? other : self }

  private var gravity: Int {
    switch self {
    case .major: 3
    case .minor: 2
    case .observation: 1
    case .info: 0
    }
  }
}
