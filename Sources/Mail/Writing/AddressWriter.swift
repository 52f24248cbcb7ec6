/// Writes the addresses of one field (RFC 5322, 3.4).
struct AddressWriter {
  private let field: String

  private static let longest = 900

  init(_ field: String) { self.field = field }

  /// The address with its name.
  ///
  /// - Throws: ``MessageFault`` for an address that is incomplete or has control characters.
  func text(of address: MailAddress) throws(MessageFault) -> String {
    let all = [address.displayName, address.localPart, address.domain]
    guard !all.contains(where: Self.hasControl) else {
      throw .controlInAddress(field: field, address: address.address)
    }
    guard address.isComplete else {
      throw .incompleteAddress(field: field, address: address.address)
    }
    guard Self.isDomain(address.domain), address.address.utf8.count < Self.longest else {
      throw .unusableDomain(field: field, address: address.address)
    }
    let written = "\(Self.localPart(address.localPart))@\(address.domain)"
    guard !address.displayName.isEmpty else { return written }
    return "\(Self.name(address.displayName)) <\(written)>"
  }

  private static func hasControl(_ text: String) -> Bool {
    text.utf8.contains { $0 < 0x20 || $0 == 0x7F }
  }

  /// Whether a text can stand after the `@`: a name of letters, digits, hyphens and dots, or an
  /// address of a machine in square brackets.
  private static func isDomain(_ domain: String) -> Bool {
    if domain.utf8.first == UInt8(ascii: "["), domain.utf8.last == UInt8(ascii: "]") {
      return domain.utf8.dropFirst().dropLast().allSatisfy { byte in
        0x21...0x7E ~= byte && ![0x5B, 0x5C, 0x5D].contains(byte)
      }
    }
    return domain.utf8.allSatisfy { byte in
      byte.isDigit || byte.isLetter || [0x2D, 0x2E, 0x5F].contains(byte) || byte >= 0x80
    }
  }

  private static func localPart(_ local: String) -> String {
    let parts = local.split(separator: ".", omittingEmptySubsequences: false)
    let isDotAtom = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isAtom) }
    return isDotAtom ? local : quoted(local)
  }

  private static func name(_ name: String) -> String {
    guard FieldWriter.isPlain(name) else { return EncodedWords.text(name) }
    let isPhrase = name.utf8.allSatisfy { isAtom($0) || $0 == .space } && !name.contains("  ")
    return isPhrase ? name : quoted(name)
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
    return "\"\(String(escaped))\""
  }

  /// Whether a byte may stand in an atom (RFC 5322, 3.2.3; RFC 6532, 3.2).
  private static func isAtom(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isLetter || byte >= 0x80 || atomSigns.contains(byte)
  }

  private static let atomSigns = Set("!#$%&'*+-/=?^_`{|}~".utf8)
}
