extension Message {
  /// All parts that hold no other parts, in their order; a message within the message is one part.
  public var parts: [MessagePart] {
    var found: [MessagePart] = []
    Self.collect(root, &found)
    return found
  }

  /// The parts that are the text of the mail, in their order; of alternatives all.
  public var textParts: [MessagePart] { parts.filter { !$0.isAttachment } }

  /// The parts that are files, reports or messages, in their order.
  public var attachments: [MessagePart] { parts.filter(\.isAttachment) }

  private static func collect(_ part: MessagePart, _ found: inout [MessagePart]) {
    guard case .multipart(let children) = part.content else {
      found.append(part)
      return
    }
    for child in children { collect(child, &found) }
  }
}
