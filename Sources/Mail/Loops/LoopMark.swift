/// The header field by which an own message is known when it comes back.
public struct LoopMark: Sendable, Hashable {
  /// The name of the field.
  public static let fieldName = "X-Liaison-Loop"

  /// The installation that sent the message.
  public let instance: String
  /// The id of the message that was sent, without angle brackets.
  public let message: String

  /// Makes the mark of a message; neither text may have blanks or semicolons.
  public init(instance: String, message: MessageID) {
    self.instance = instance
    self.message = message.value
  }

  /// The value of the field.
  public func written(key: MailKey) -> String {
    "\(instance); \(message); \(key.signature(.loop, [instance, message]))"
  }

  /// Reads the value of a field; nil if it is not one of ours, or its signature is not right.
  public init?(_ value: String, key: MailKey) {
    let parts = value.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
    guard parts.count == 3, key.isSignature(parts[2], .loop, [parts[0], parts[1]]) else {
      return nil
    }
    instance = parts[0]
    message = parts[1]
  }
}
