/// Turns bytes into characters by the charset that is named, or by the first that fits: UTF-8,
/// the fallback charset, windows-1252.
struct CharsetDecoder {
  /// The charset that is named; nil or an unknown label if one has to be found.
  let label: String?
  /// The charset for bytes that are not UTF-8 where none is named.
  let fallback: String?

  /// Characters, and how they were found.
  struct Result {
    var text: String
    /// The name of the charset in lower case.
    var charset: String
    var source: DecodedText.CharsetSource
    var defects: MessageDefects = []
  }

  /// The characters of the bytes.
  func decode(_ bytes: Bytes) -> Result {
    guard let label, let method = Charset.method(label) else {
      return guess(bytes, isUnknown: label?.isEmpty == false)
    }
    switch method {
    case .utf8: return utf8(bytes, isASCII: Charset.isASCII(label))
    case .windows1252: return Self.windows1252(bytes, .declared)
    case .iso2022JP: return iso2022JP(bytes)
    case .hz:
      return Self.convert(HZ.eightBit(bytes)[...], "GB18030", .declared)
        ?? guess(bytes, isUnknown: true)
    case .iconv(let name):
      return Self.convert(bytes, name, .declared) ?? guess(bytes, isUnknown: true)
    }
  }

  /// Reads bytes of which the charset is not known.
  private func guess(_ bytes: Bytes, isUnknown: Bool) -> Result {
    var result = unnamed(bytes)
    if isUnknown || !bytes.isASCII && result.source == .windows1252 {
      result.defects.insert(.charsetGuessed)
    }
    return result
  }

  /// Reads ISO-2022-JP; what has bytes outside ASCII is Shift JIS or EUC under its name.
  private func iso2022JP(_ bytes: Bytes) -> Result {
    if bytes.isASCII {
      var result = Self.convert(ISO2022JP.eightBit(bytes)[...], "EUC-JP-MS", .declared)
      result?.charset = "iso-2022-jp"
      return result ?? guess(bytes, isUnknown: true)
    }
    let found = ["CP932", "EUC-JP-MS"].lazy
      .compactMap { Self.convert(bytes, $0, .declared) }
      .first { !$0.defects.contains(.charactersReplaced) }
    guard var result = found else { return guess(bytes, isUnknown: true) }
    result.defects.insert(.charsetGuessed)
    return result
  }

  private func unnamed(_ bytes: Bytes) -> Result {
    if bytes.isASCII, ISO2022JP.isLikely(bytes) {
      var result = iso2022JP(bytes)
      result.defects.insert(.charsetGuessed)
      return result
    }
    if let text = String(validating: bytes, as: UTF8.self) {
      return Result(text: text, charset: "utf-8", source: .utf8)
    }
    if let fallback, let method = Charset.method(fallback), method != .utf8 {
      var result = Self(label: fallback, fallback: nil).decode(bytes)
      if !result.defects.contains(.charactersReplaced) {
        result.defects.insert(.charsetGuessed)
        return result
      }
    }
    return Self.windows1252(bytes, .windows1252)
  }

  /// Reads what is said to be UTF-8 or ASCII.
  ///
  /// Malformed bytes are replaced if more characters outside ASCII are well formed than not; else
  /// the charset is thought to be named wrongly.
  private func utf8(_ bytes: Bytes, isASCII: Bool) -> Result {
    if let text = String(validating: bytes, as: UTF8.self) {
      var result = Result(text: text, charset: "utf-8", source: .declared)
      if isASCII, !bytes.isASCII {
        result.source = .utf8
        result.defects = .charsetGuessed
      }
      return result
    }
    if !isASCII, Self.isMostlyUTF8(bytes) {
      let text = String(decoding: bytes, as: UTF8.self)
      return Result(
        text: text,
        charset: "utf-8",
        source: .declared,
        defects: .charactersReplaced
      )
    }
    return guess(bytes, isUnknown: true)
  }

  private static func isMostlyUTF8(_ bytes: Bytes) -> Bool {
    var balance = 0
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): if !scalar.isASCII { balance += 1 }
      case .error: balance -= 1
      case .emptyInput: return balance > 0
      }
    }
  }

  private static func windows1252(
    _ bytes: Bytes,
    _ source: DecodedText.CharsetSource
  ) -> Result {
    let text = bytes.isASCII ? bytes.ascii : Windows1252.decode(bytes)
    return Result(text: text, charset: "windows-1252", source: source)
  }

  /// Reads by iconv; nil if the system does not have the converter.
  private static func convert(
    _ bytes: Bytes,
    _ name: String,
    _ source: DecodedText.CharsetSource
  ) -> Result? {
    guard var converted = Iconv.decode(bytes, from: name) else { return nil }
    if converted.utf8.starts(with: [0xEF, 0xBB, 0xBF]) { converted.utf8.removeFirst(3) }
    return Result(
      text: String(decoding: converted.utf8, as: UTF8.self),
      charset: name.lowercased(),
      source: source,
      defects: converted.isLossy ? .charactersReplaced : []
    )
  }
}
