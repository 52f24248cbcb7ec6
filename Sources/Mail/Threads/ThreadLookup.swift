/// What has to be known of earlier mail to find the case of a message.
public struct ThreadLookup {
  /// The case in which a message with that id is kept; nil if there is none.
  public var subjectOfMessage: (MessageID) throws -> String?
  /// The case that a mark in a subject line names; nil if there is none.
  public var subjectOfToken: (String) throws -> String?
  /// The cases that the other side knows by that word.
  public var subjectsOfReference: (String) throws -> [String]
  /// Whether the sender belongs to the same party as the case.
  public var isPartner: (MailAddress, String) throws -> Bool

  /// Makes a lookup.
  public init(
    subjectOfMessage: @escaping (MessageID) throws -> String?,
    subjectOfToken: @escaping (String) throws -> String?,
    subjectsOfReference: @escaping (String) throws -> [String],
    isPartner: @escaping (MailAddress, String) throws -> Bool
  ) {
    self.subjectOfMessage = subjectOfMessage
    self.subjectOfToken = subjectOfToken
    self.subjectsOfReference = subjectsOfReference
    self.isPartner = isPartner
  }
}
