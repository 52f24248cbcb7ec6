/// Why a message is of its class.
public enum ClassReason: Sendable, Hashable {
  /// A header field says so: its name and value, cut to 100 characters.
  case field(name: String, value: String)
  /// A part of that media type is in the message.
  case part(mediaType: String)
  /// The subject line begins or reads as those of such messages do.
  case subject(String)
  /// The sender is a mail program, by that address or name.
  case daemon(String)
  /// The words of the text say so.
  case words(String)
  /// No sign of anything else was found.
  case noSign
}

extension ClassReason: CustomStringConvertible {
  /// The reason as a sentence.
  public var description: String {
    switch self {
    case .field(let name, let value): "The field “\(name)” says “\(value)”."
    case .part(let type): "A part of the type \(type) is in the message."
    case .subject(let text): "The subject line has “\(text)”."
    case .daemon(let name): "The sender “\(name)” is a mail program."
    case .words(let text): "The text says “\(text)”."
    case .noSign: "No sign shows that a program wrote the message."
    }
  }

  /// The reason that a field gives, its value cut.
  static func field(_ field: HeaderField) -> Self {
    .field(name: field.name, value: String(field.text.prefix(100)))
  }
}
