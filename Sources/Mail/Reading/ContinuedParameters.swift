/// Joins the pieces of parameters and decodes them (RFC 2231, 3 and 4).
///
/// Of a value that is written both plain and encoded, the encoded one counts (RFC 6266, 4.3, does
/// the same for HTTP). Pieces count in the order of their numbers, gaps are ignored.
struct ContinuedParameters {
  /// A piece of a value.
  private struct Piece {
    var number: Int
    var isEncoded: Bool
    var bytes: [UInt8]
  }

  private var names: [String] = []
  private var plain: [String: [UInt8]] = [:]
  private var pieces: [String: [Piece]] = [:]

  /// Sorts the parameters by their names.
  init(_ all: [ParameterizedValue.Raw]) {
    for parameter in all { add(parameter) }
  }

  /// The joined bytes of a parameter, percent signs decoded, the charset left out.
  func bytes(of name: String) -> [UInt8] {
    guard let pieces = pieces[name] else { return plain[name] ?? [] }
    return Self.join(pieces).bytes
  }

  /// All parameters with their text.
  func decoded(fallbackCharset: String?) -> MIMEParameters {
    MIMEParameters(
      names.map { name in
        .init(name: name, value: text(of: name, fallbackCharset))
      }
    )
  }

  private func text(of name: String, _ fallbackCharset: String?) -> String {
    if let pieces = pieces[name] {
      let (bytes, charset) = Self.join(pieces)
      if let charset {
        let decoder = CharsetDecoder(label: charset, fallback: fallbackCharset)
        return HeaderText.singleLine(decoder.decode(bytes[...]).text)
      }
      return HeaderText.decode(bytes[...], fallbackCharset: fallbackCharset)
    }
    return HeaderText.decode((plain[name] ?? [])[...], fallbackCharset: fallbackCharset)
  }

  private mutating func add(_ parameter: ParameterizedValue.Raw) {
    let parts = parameter.name.split(separator: "*", omittingEmptySubsequences: false)
    let base = String(parts.first ?? "")
    guard !base.isEmpty else { return }
    let isNew = plain[base] == nil && pieces[base] == nil
    if isNew { names.append(base) }
    if parts.count == 1 {
      if plain[base] == nil { plain[base] = parameter.value }
      return
    }
    let isEncoded = parts.last?.isEmpty == true
    let number = Int(parts[1]) ?? 0
    let piece = Piece(number: number, isEncoded: isEncoded, bytes: parameter.value)
    pieces[base, default: []].append(piece)
  }

  /// The bytes of all pieces; the charset that the first one names, nil if none is encoded.
  private static func join(_ pieces: [Piece]) -> (bytes: [UInt8], charset: String?) {
    var bytes: [UInt8] = []
    var charset: String?
    var last = -1
    for piece in pieces.sorted(by: { $0.number < $1.number }) where piece.number > last {
      last = piece.number
      guard piece.isEncoded else {
        bytes += piece.bytes
        continue
      }
      var rest = piece.bytes[...]
      if charset == nil { charset = takeCharset(&rest) }
      bytes += percentDecoded(rest)
    }
    return (bytes, charset)
  }

  /// Takes charset and language from the start of an encoded value; empty if none is named.
  private static func takeCharset(_ value: inout Bytes) -> String {
    let mark = UInt8(ascii: "'")
    guard let first = value.first(mark, from: value.startIndex),
      let second = value.first(mark, from: first + 1)
    else { return "" }
    defer { value = value[(second + 1)...] }
    return value[..<first].ascii
  }

  private static func percentDecoded(_ value: Bytes) -> [UInt8] {
    var result: [UInt8] = []
    var index = value.startIndex
    while index < value.endIndex {
      if value[index] == UInt8(ascii: "%"), index + 2 < value.endIndex,
        let high = value[index + 1].hexadecimal, let low = value[index + 2].hexadecimal
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(value[index])
        index += 1
      }
    }
    return result
  }
}
