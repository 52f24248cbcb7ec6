/// What a fetch came to.
public struct FetchReport: Sendable, Equatable {
  /// How many mails were stored and could be read.
  public var stored = 0
  /// How many were stored or noted and could not be read.
  public var unreadable = 0
  /// How many were removed by somebody else before they could be fetched.
  public var vanished = 0
  /// Whether the server numbers its mails anew (UIDVALIDITY), so that all were fetched again.
  public var isRenumbered = false

  /// Makes an empty report.
  public init() {}
}
