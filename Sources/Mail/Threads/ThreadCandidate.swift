/// A case to which a message may belong.
public struct ThreadCandidate: Sendable, Hashable {
  /// Why a message may belong to a case; the raw values are in the order in which they count.
  public enum Ground: Int, Sendable, CaseIterable {
    /// It was sent to an own address that is signed for the case.
    case ownAddress
    /// It answers an own message whose id is signed for the case, or returns it.
    case ownMessageID
    /// It answers or returns a message that is kept in the case.
    case knownMessageID
    /// Its subject line has the mark of the case.
    case subjectToken
    /// It has a reference number under which the other side knows the case.
    case foreignReference
  }

  /// The case, by the name under which it was looked up.
  public let subject: String
  /// Why the message may belong to it.
  public let ground: Ground
  /// The address, id or word in which the ground was found.
  public let evidence: String
  /// Whether the message is attached without a person's word; otherwise it is a suggestion.
  public let isCertain: Bool
}
