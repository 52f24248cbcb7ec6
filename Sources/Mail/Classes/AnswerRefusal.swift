/// Why a message may not be answered by a program (RFC 3834, 2 and 4; RFC 5230, 4.5).
public enum AnswerRefusal: Sendable, Hashable {
  /// It is not from a person.
  case notHuman(MessageClass)
  /// There is no address to which an answer could go.
  case noReturnAddress
  /// The address is one of a program, a list or nobody.
  case unattendedSender(String)
  /// The sender is one of the own addresses.
  case ownSender(String)
  /// None of the own addresses is in `To` or `Cc`.
  case notAddressed
  /// A field asks not to be answered, or shows that the message went to many.
  case field(name: String, value: String)
  /// The subject line begins as those of automatic answers do.
  case automaticSubject(String)
}

extension AnswerRefusal: CustomStringConvertible {
  /// The reason as a sentence.
  public var description: String {
    switch self {
    case .notHuman(let messageClass):
      "The message is not from a person but of the class “\(messageClass.rawValue)”."
    case .noReturnAddress: "There is no address to which an answer could go."
    case .unattendedSender(let address): "Nobody reads mail to “\(address)”."
    case .ownSender(let address): "“\(address)” is one of the own addresses."
    case .notAddressed: "None of the own addresses is in “To” or “Cc”."
    case .field(let name, let value): "The field “\(name)” says “\(value)”."
    case .automaticSubject(let text):
      "The subject line begins with “\(text)” as automatic answers do."
    }
  }
}
