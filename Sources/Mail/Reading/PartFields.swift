/// What the MIME fields of a part say about it.
struct PartFields {
  private(set) var mediaType: MediaType
  private(set) var disposition: ContentDisposition?
  private(set) var transferEncoding = TransferEncoding.sevenBit
  /// The bytes of the boundary; nil where none is named.
  private(set) var boundary: [UInt8]?
  private(set) var defects: MessageDefects = []

  /// Reads the fields; `preset` is what the part is if it does not say so.
  init(_ fields: HeaderFields, preset: MediaType, fallbackCharset: String?) {
    mediaType = preset
    readType(fields, fallbackCharset)
    readDisposition(fields, fallbackCharset)
    readEncoding(fields)
  }

  private mutating func readType(_ fields: HeaderFields, _ charset: String?) {
    let found = fields.all("content-type")
    note(found)
    let read = found.lazy.compactMap { ParameterizedValue($0.rawValue, isType: true) }.first
    guard let read, let slash = read.value.firstIndex(of: "/") else {
      if !found.isEmpty { defects.insert(.malformedField) }
      return
    }
    if read.isMalformed { defects.insert(.malformedField) }
    boundary = read.raw("boundary")
    mediaType = MediaType(
      String(read.value[..<slash]),
      String(read.value[read.value.index(after: slash)...]),
      parameters: read.parameters(fallbackCharset: charset)
    )
  }

  private mutating func readDisposition(_ fields: HeaderFields, _ charset: String?) {
    let found = fields.all("content-disposition")
    note(found)
    let read = found.lazy.compactMap { ParameterizedValue($0.rawValue, isType: false) }.first
    guard let read else {
      if !found.isEmpty { defects.insert(.malformedField) }
      return
    }
    if read.isMalformed { defects.insert(.malformedField) }
    disposition = .init(read.value, parameters: read.parameters(fallbackCharset: charset))
  }

  private mutating func readEncoding(_ fields: HeaderFields) {
    let found = fields.all("content-transfer-encoding")
    note(found)
    guard let value = found.first?.rawValue.trimmed, !value.isEmpty else { return }
    transferEncoding = TransferEncoding(value)
    if case .other = transferEncoding { defects.insert(.unknownEncoding) }
  }

  private mutating func note(_ found: [HeaderField]) {
    if found.count > 1 { defects.insert(.repeatedField) }
  }
}

extension TransferEncoding {
  /// Reads the name of an encoding; what follows a blank, a semicolon or a bracket is left out.
  init(_ value: ArraySlice<UInt8>) {
    let name = value.prefix { !$0.isSpace && $0 != .semicolon && $0 != UInt8(ascii: "(") }
    switch name.ascii.lowercased().filter({ $0 != "\"" && $0 != "'" }) {
    case "7bit", "7-bit", "7bits", "": self = .sevenBit
    case "8bit", "8-bit", "8bits": self = .eightBit
    case "binary": self = .binary
    case "base64", "base-64", "x-base64": self = .base64
    case "quoted-printable", "quotedprintable", "x-quoted-printable": self = .quotedPrintable
    case "x-uuencode", "uuencode", "x-uue", "uue": self = .uuencode
    case let other: self = .other(other)
    }
  }
}

extension MediaType {
  /// Whether a body of this type is a message that is taken apart (RFC 2046, 5.2.1; RFC 6532).
  var isMessage: Bool { type == "message" && Self.messages.contains(subtype) }

  private static let messages: Set = ["rfc822", "global", "news"]
}
