/// What of a hypertext may be shown: nothing that runs, loads, submits or lays itself over others.
enum AllowList {
  /// The elements whose tags stay; of every other one only the content does.
  static let elements: Set<String> = [
    "a", "abbr", "b", "blockquote", "br", "caption", "center", "cite", "code", "dd", "del", "div",
    "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li",
    "ol", "p", "pre", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "var",
  ]

  /// The elements that have no content and no end tag.
  static let voidElements: Set<String> = ["br", "hr", "img"]

  /// The schemes of addresses that a link may have.
  private static let schemes: Set<String> = ["http", "https", "mailto"]

  /// Whether an attribute stays; those with an address are judged apart.
  static func keeps(_ attribute: HypertextAttribute, of element: String) -> Bool {
    switch (element, attribute.name) {
    case (_, "dir"): ["ltr", "rtl", "auto"].contains(attribute.value.lowercased())
    case (_, "lang"): attribute.value.utf8.allSatisfy { ($0 | 0x20) &- 97 < 26 || $0 == 45 }
    case ("img", "alt"), ("a", "title"), ("abbr", "title"): true
    case ("img", "width"), ("img", "height"), ("td", "colspan"), ("td", "rowspan"),
      ("th", "colspan"), ("th", "rowspan"), ("ol", "start"):
      isNumber(attribute.value)
    case ("td", "align"), ("th", "align"), ("tr", "align"), ("p", "align"), ("div", "align"):
      ["left", "right", "center", "justify"].contains(attribute.value.lowercased())
    default: false
    }
  }

  private static func isNumber(_ value: String) -> Bool {
    (1...4).contains(value.utf8.count) && value.utf8.allSatisfy { $0 &- 48 < 10 }
  }

  /// The address of a link as it may stay; nil for another scheme, and for one without a scheme.
  ///
  /// Controls and blanks that browsers pass over are taken out before the scheme is read.
  static func link(_ address: String) -> String? {
    let (scheme, cleaned) = divided(address)
    return schemes.contains(scheme) ? cleaned : nil
  }

  /// The content id that an image names by the scheme `cid` (RFC 2392), percent signs resolved;
  /// nil for any other address.
  static func contentID(_ address: String) -> String? {
    let (scheme, cleaned) = divided(address)
    guard scheme == "cid" else { return nil }
    return percentDecoded(cleaned.dropFirst(4))
  }

  /// The scheme in small letters and the address without controls.
  private static func divided(_ address: String) -> (scheme: String, cleaned: String) {
    let scalars = address.unicodeScalars.filter { $0.value > 32 && $0.value != 127 }
    let cleaned = String(String.UnicodeScalarView(scalars))
    guard let colon = cleaned.firstIndex(of: ":") else { return ("", cleaned) }
    return (cleaned[..<colon].lowercased(), cleaned)
  }

  private static func percentDecoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if first == UInt8(ascii: "%"), rest.count >= 2, let byte = UInt8(digits, radix: 16) {
        bytes.append(byte)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(first)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
