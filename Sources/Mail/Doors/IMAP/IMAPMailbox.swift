/// A mailbox as a server describes it when it is selected (RFC 9051, section 6.3.2).
public struct IMAPMailbox: Sendable, Equatable {
  /// While this number stays, a UID means the same mail; when it changes, none does.
  public var uidValidity: UInt32
  /// The number that the next mail will get at least, nil if the server does not say.
  public var uidNext: UInt32?
  /// How many mails there are.
  public var count: Int
  /// Whether nothing can be changed in it.
  public var isReadOnly: Bool

  /// Makes a description.
  public init(uidValidity: UInt32, uidNext: UInt32? = nil, count: Int, isReadOnly: Bool = false) {
    self.uidValidity = uidValidity
    self.uidNext = uidNext
    self.count = count
    self.isReadOnly = isReadOnly
  }
}
