/// Why a message cannot be written.
public enum MessageFault: Error, Sendable, Hashable {
  /// Nobody is the author.
  case noAuthor
  /// Several authors, but nobody as sender.
  case noSender
  /// An address without a local part or a domain; with the name of its field.
  case incompleteAddress(field: String, address: String)
  /// An address or its name with a line end or another control character.
  case controlInAddress(field: String, address: String)
  /// An address with characters in its domain that no domain has, or one too long to be written.
  case unusableDomain(field: String, address: String)
  /// A name that no field can have.
  case unusableFieldName(String)
  /// A field that the writer writes itself.
  case reservedField(String)
  /// A media type that is no pair of tokens.
  case unusableMediaType(String)

  /// A stable name of lower-case words, `subject.fault`.
  public var code: String {
    switch self {
    case .noAuthor: "message.author"
    case .noSender: "message.sender"
    case .incompleteAddress: "address.incomplete"
    case .controlInAddress: "address.control"
    case .unusableDomain: "address.domain"
    case .unusableFieldName: "field.name"
    case .reservedField: "field.reserved"
    case .unusableMediaType: "attachment.type"
    }
  }

  /// What is wrong: one sentence with a full stop; control characters are shown as `?`.
  public var message: String {
    switch self {
    case .noAuthor: "The message has no author."
    case .noSender: "The message has several authors but no sender."
    case .incompleteAddress(let field, let address):
      "The address “\(Self.shown(address))” in \(field) has no local part or no domain."
    case .controlInAddress(let field, let address):
      "The address “\(Self.shown(address))” in \(field) has a line end or another control character."
    case .unusableDomain(let field, let address):
      "The address “\(Self.shown(address))” in \(field) has a domain that cannot be written."
    case .unusableFieldName(let name): "“\(Self.shown(name))” is no name of a header field."
    case .reservedField(let name): "The field \(name) is written from other values."
    case .unusableMediaType(let type): "“\(Self.shown(type))” is no media type."
    }
  }

  /// What to do about it: one sentence with a full stop.
  public var remedy: String {
    switch self {
    case .noAuthor: "Give the address that the message comes from."
    case .noSender: "Give the one address that sends the message."
    case .incompleteAddress: "Write the address as name@example.org."
    case .controlInAddress: "Write the address and its name on one line."
    case .unusableDomain: "Write a domain of letters, digits, hyphens and dots."
    case .unusableFieldName: "Use letters, digits and hyphens, at most 70."
    case .reservedField: "Set the value of the message instead."
    case .unusableMediaType: "Write type and subtype, such as application/pdf."
    }
  }

  private static func shown(_ text: String) -> String {
    let isControl = { (scalar: Unicode.Scalar) in scalar.value < 0x20 || scalar.value == 0x7F }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(200) {
      scalars.append(isControl(scalar) ? "?" : scalar)
    }
    return String(scalars)
  }
}
