/// The charsets that are decoded, and by which names mails know them.
///
/// Only the names listed here are given to iconv: some of its other converters end the process or
/// never return on malformed bytes. Where a superset is what mailers really write, it is taken:
/// windows-1252 for ISO-8859-1 and GB 18030 for GB 2312, as the WHATWG Encoding Standard has it;
/// CP949 for KS C 5601.
enum Charset {
  /// How bytes become characters.
  enum Method: Equatable {
    /// UTF-8 and ASCII.
    case utf8
    /// The table of windows-1252.
    case windows1252
    /// The converter of iconv with that name.
    case iconv(String)
    /// HZ, as GB 2312 between tildes (RFC 1843).
    case hz
    /// ISO-2022-JP (RFC 1468), or another charset of Japanese that is called so.
    case iso2022JP
  }

  /// The method for a label; nil if the label is not known.
  static func method(_ label: String) -> Method? {
    let name = normalized(label)
    switch name {
    case "utf8", "utf8mb4", "unicode11utf8", "unicode20utf8", "usascii", "ascii", "ansix341968",
      "iso646us", "us", "646":
      return .utf8
    case "iso88591", "latin1", "l1", "isolatin1", "windows1252", "cp1252", "xcp1252", "win1252",
      "iso885911987", "cp819", "ibm819", "ansi":
      return .windows1252
    case "hzgb2312", "hz": return .hz
    case "iso2022jp", "iso2022jp1", "iso2022jp2", "iso2022jpms", "cp50220", "cp50221",
      "csiso2022jp":
      return .iso2022JP
    default: return Self.iconvNames[name].map { .iconv($0) }
    }
  }

  /// Whether a label means ASCII, so that a byte outside it needs another charset.
  static func isASCII(_ label: String) -> Bool {
    ["usascii", "ascii", "ansix341968", "iso646us", "us", "646"].contains(normalized(label))
  }

  /// The label in lower case without anything but letters and digits, so that `ISO_8859-1:1987`,
  /// `iso8859-1` and `"ISO-8859-1"` are one.
  private static func normalized(_ label: String) -> String {
    String(
      decoding: label.utf8.prefix(60).lazy.map(\.lowered).filter {
        $0.isDigit || 0x61...0x7A ~= $0
      },
      as: UTF8.self
    )
  }

  private static let iconvNames: [String: String] = {
    var names: [String: String] = [:]
    for (name, labels) in Self.labels {
      for label in labels.split(separator: " ") { names[String(label)] = name }
    }
    return names
  }()

  private static let labels: [(String, String)] = [
    ("ISO-8859-2", "iso88592 latin2 l2 isolatin2 iso885921987"),
    ("ISO-8859-3", "iso88593 latin3 l3"),
    ("ISO-8859-4", "iso88594 latin4 l4"),
    ("ISO-8859-5", "iso88595 cyrillic"),
    ("ISO-8859-6", "iso88596 iso88596i iso88596e arabic"),
    ("ISO-8859-7", "iso88597 greek"),
    ("ISO-8859-8", "iso88598 iso88598i iso88598e hebrew logical visual"),
    ("WINDOWS-1254", "iso88599 latin5 l5 windows1254 cp1254 win1254"),
    ("ISO-8859-10", "iso885910 latin6 l6"),
    ("CP874", "iso885911 tis620 windows874 cp874 dos874"),
    ("ISO-8859-13", "iso885913"),
    ("ISO-8859-14", "iso885914"),
    ("ISO-8859-15", "iso885915 latin9 l9 latin0"),
    ("ISO-8859-16", "iso885916"),
    ("WINDOWS-1250", "windows1250 cp1250 win1250 xcp1250"),
    ("WINDOWS-1251", "windows1251 cp1251 win1251 xcp1251 ansi1251"),
    ("WINDOWS-1253", "windows1253 cp1253 win1253"),
    ("WINDOWS-1255", "windows1255 cp1255 win1255"),
    ("WINDOWS-1256", "windows1256 cp1256 win1256"),
    ("WINDOWS-1257", "windows1257 cp1257 win1257"),
    ("WINDOWS-1258", "windows1258 cp1258 win1258"),
    ("KOI8-R", "koi8r koi8 koi cskoi8r"),
    ("KOI8-U", "koi8u koi8ru"),
    ("MACINTOSH", "macintosh mac xmacroman macroman"),
    ("CP437", "cp437 ibm437 437"), ("CP850", "cp850 ibm850 850"),
    ("CP852", "cp852 ibm852 852"), ("CP855", "cp855 ibm855 855"),
    ("CP857", "cp857 ibm857"), ("CP858", "cp858 ibm00858 ibm858"),
    ("CP862", "cp862 ibm862 862 dos862"), ("CP865", "cp865 ibm865"),
    ("CP866", "cp866 ibm866 866"),
    ("GB18030", "gb18030 gb2312 gbk cp936 ms936 windows936 xgbk gb231280 isoir58 chinese euccn"),
    ("BIG5-HKSCS", "big5 big5hkscs cp950 ms950 cnbig5 xxbig5 big5eten"),
    ("EUC-TW", "euctw"),
    ("CP932", "shiftjis sjis xsjis ms932 cp932 windows31j mskanji msshiftjis xmscp932"),
    ("EUC-JP-MS", "eucjp xeucjp ujis xeuc eucjpms"),
    (
      "CP949",
      "euckr ksc5601 ksc56011987 ksc56011989 ks5601 korean windows949 cp949 uhc ms949 cseuckr"
    ),
    ("ISO-2022-KR", "iso2022kr"), ("JOHAB", "johab cp1361"),
    ("UTF-7", "utf7 unicode11utf7 unicode20utf7 xutf7"),
    ("UTF-16", "utf16 unicode ucs2 iso10646ucs2 csunicode"),
    ("UTF-16LE", "utf16le ucs2le"), ("UTF-16BE", "utf16be ucs2be"),
    ("UTF-32", "utf32 ucs4 iso10646ucs4"), ("UTF-32LE", "utf32le"), ("UTF-32BE", "utf32be"),
    ("ARMSCII-8", "armscii8"), ("GEORGIAN-PS", "georgianps"), ("TCVN", "tcvn tcvn5712"),
    ("VISCII", "viscii"), ("PT154", "pt154 ptcp154 cyrillicasian"),
  ]
}
