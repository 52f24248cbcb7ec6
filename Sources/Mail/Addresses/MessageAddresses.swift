/// Who wrote a message and to whom, from its address fields (RFC 5322, 3.6.2 and 3.6.3).
///
/// A field that stands more than once counts as one list. The limit on addresses holds for all
/// fields together, in the order of the properties here.
public struct MessageAddresses: Sendable, Hashable {
  /// The authors, from `From`.
  public let from: AddressList
  /// Who sent it for them, from `Sender`.
  public let sender: AddressList
  /// Where answers shall go, from `Reply-To`.
  public let replyTo: AddressList
  /// The recipients, from `To`.
  public let to: AddressList
  /// Those who get a copy, from `Cc`.
  public let cc: AddressList
  /// Those who get a copy unknown to the others, from `Bcc`.
  public let bcc: AddressList

  /// Whether the limit cut one of the lists.
  public var isCut: Bool {
    [from, sender, replyTo, to, cc, bcc].contains { $0.isCut }
  }
}
