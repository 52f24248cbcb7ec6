import Mail

/// Writes down everything that a message has, so that nothing stays undecoded.
enum MessageDump {
  static func text(of message: Message) -> String {
    var lines = [
      "subject \(message.subject ?? "–")", "date \(message.date?.text ?? "–")",
      "id \(message.messageID?.description ?? "–")", "reply \(message.inReplyTo)",
      "references \(message.references)", "author \(message.author?.address ?? "–")",
      "addresses \(message.addresses)", "defects \(message.allDefects.names)",
    ]
    lines += message.headers.map { "\($0.name)=\($0.text)" }
    lines += dump(message.root)
    return lines.joined(separator: "\n")
  }

  private static func dump(_ part: MessagePart) -> [String] {
    var lines = [
      "part \(part.mediaType.essence) \(part.mediaType.parameters.all.map(\.value))",
      "name \(part.fileName ?? "–") id \(part.contentID?.value ?? "–") \(part.defects.names)",
      "disposition \(part.disposition?.kind ?? "–") \(part.transferEncoding)",
      "bytes \(part.decoded().bytes.count) \(part.decoded().defects.names)",
      "text \(part.text()?.text ?? "–") \(part.text()?.charset ?? "–")",
      "files \(part.embeddedFiles().map(\.name))",
      "groups \(part.fieldGroups().map { $0.map(\.text) })",
      "returned \(part.returnedFields()?.map(\.text) ?? [])",
    ]
    switch part.content {
    case .leaf: break
    case .multipart(let parts): lines += parts.flatMap(dump)
    case .message(let message): lines.append(text(of: message))
    }
    return lines
  }
}
