/// What is known of the values of an identifier scheme.
///
/// A scheme whose name contains `:` is a source's own numbering, such as
/// `chicago-contracts:vendor`; its values are kept as written. `LEI` is the legal entity
/// identifier. Every other scheme is a public register, named as by org-id.guide with the
/// country first (`PL-NIP`, `GB-COH`), or without country (`VAT`).
public struct IdentifierScheme: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case local
    case legalEntity
    case register
  }

  let kind: Kind
  /// The two capital letters with which values of the country may begin, or 0 twice.
  let prefix: (UInt8, UInt8)
  /// The name.
  public let name: String

  /// Finds out what the name of a scheme says.
  public init(_ name: String) {
    self.name = name
    let bytes = Array(name.utf8)
    if bytes.contains(UInt8(ascii: ":")) {
      kind = .local
    } else {
      kind = name == "LEI" ? .legalEntity : .register
    }
    let hasCountry =
      kind == .register && bytes.count > 3 && bytes[2] == UInt8(ascii: "-")
      && bytes[..<2].allSatisfy { (65...90).contains($0) }
    // Greece writes EL before its tax numbers, see Council Directive 2006/112/EC, article 215.
    let country = hasCountry ? name.hasPrefix("GR-") ? Array("EL".utf8) : bytes : [0, 0]
    prefix = (country[0], country[1])
  }

  /// Whether two schemes have the same name.
  public static func == (left: Self, right: Self) -> Bool { left.name == right.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
