/// What one server found out about a message, from an `Authentication-Results` field (RFC 8601).
public struct AuthenticationResults: Sendable, Equatable {
  /// The outcome of one method.
  public struct Outcome: Sendable, Equatable {
    /// The method in lower case, such as `dkim` (RFC 8601, 2.7).
    public let method: String
    /// The result in lower case, such as `pass` or `softfail`.
    public let result: String
    /// The reason that is given; nil when there is none.
    public let reason: String?
    /// What the method looked at, by `ptype.property` in lower case, such as `header.d`; of
    /// several values the first.
    public let properties: [String: String]
  }

  /// Who made the findings: the authserv-id, as written (RFC 8601, 2.5).
  public let server: String
  /// The outcomes in their order; empty for `none`, and for a field that is not well formed.
  public let outcomes: [Outcome]
  /// Whether all of the field could be read; of one that could not, nothing is taken.
  public let isWellFormed: Bool

  /// Reads the value of a field.
  ///
  /// The result is nil when not even the authserv-id can be read. Comments are passed over, also
  /// nested ones.
  public init?(_ value: String) {
    var reader = AuthenticationResultsReader(value)
    guard let server = reader.server() else { return nil }
    self.server = server
    let outcomes = reader.outcomes()
    isWellFormed = outcomes != nil
    self.outcomes = outcomes ?? []
  }

  /// The outcomes of one method, given in lower case.
  func outcomes(of method: String) -> [Outcome] { outcomes.filter { $0.method == method } }
}
