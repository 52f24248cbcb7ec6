/// One piece of a hypertext, as a browser would divide it.
enum HypertextToken: Equatable {
  /// Text, with its character references resolved.
  case text(String)
  /// A start tag: name in small letters, attributes in their order with values resolved.
  case start(String, [HypertextAttribute])
  /// An end tag: name in small letters.
  case end(String)
}

/// One attribute of a start tag.
struct HypertextAttribute: Equatable {
  /// The name in small letters.
  var name: String
  /// The value with its character references resolved; empty if there is none.
  var value: String
}
