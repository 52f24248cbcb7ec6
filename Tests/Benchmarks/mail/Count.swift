import Mail

/// Decodes messages fully and counts what came out.
struct Count {
  var mails = 0
  var bytes = 0
  var parts = 0
  var decoded = 0

  /// Reads one mail and decodes all of it.
  mutating func add(_ content: [UInt8]) {
    mails += 1
    bytes += content.count
    let message = MessageReader().read(content)
    let addresses = message.addresses
    decoded += message.subject?.utf8.count ?? 0
    decoded += addresses.from.addresses.count + addresses.to.addresses.count
    decoded += message.date == nil ? 0 : 1
    decoded += message.references.count
    add(message)
  }

  private mutating func add(_ message: Message) {
    for part in message.parts {
      if let inner = part.message {
        add(inner)
        continue
      }
      parts += 1
      decoded += part.isAttachment ? part.decoded().bytes.count : part.text()?.text.utf8.count ?? 0
    }
  }
}
