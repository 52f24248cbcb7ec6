/// A list of short texts that are looked for in a long one, all of them in one pass over bytes.
struct NeedleSet: Sendable {
  private let needles: [[UInt8]]
  private let texts: [String]
  /// The numbers of the needles that begin with a byte.
  private let beginnings: [[Int]]

  init(_ texts: [String]) {
    self.texts = texts
    needles = texts.map { Array($0.utf8) }
    var beginnings = Array(repeating: [Int](), count: 256)
    for (index, needle) in needles.enumerated() {
      if let first = needle.first { beginnings[Int(first)].append(index) }
    }
    self.beginnings = beginnings
  }

  /// The needle that stands first in the text; nil if none is there.
  ///
  /// Case matters.
  func first(in text: some StringProtocol) -> String? { first(in: Array(text.utf8)) }

  /// The needle that stands first in the bytes; nil if none is there.
  func first(in bytes: [UInt8]) -> String? {
    for position in bytes.indices {
      for index in beginnings[Int(bytes[position])] where stands(needles[index], bytes, position) {
        return texts[index]
      }
    }
    return nil
  }

  /// Whether one of the needles is in the text.
  func isFound(in text: some StringProtocol) -> Bool { first(in: text) != nil }

  private func stands(_ needle: [UInt8], _ bytes: [UInt8], _ position: Int) -> Bool {
    guard position + needle.count <= bytes.count else { return false }
    for offset in needle.indices where bytes[position + offset] != needle[offset] { return false }
    return true
  }
}
