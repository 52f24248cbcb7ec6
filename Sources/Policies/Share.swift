extension Policy {
  /// A part of a whole as an exact percentage with at most four decimals, 0 % to 100 %.
  ///
  /// The text form is a decimal number and a percent sign, such as `25%` or `12.5%`, without sign,
  /// blanks or leading zeros.
  public struct Share: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The whole in the parts that are counted.
    public static let whole = 1_000_000

    /// How many millionths, 0 to ``whole``: one percent is 10,000.
    public let millionths: Int

    /// Makes a share from whole percent; more than 100 is 100.
    public init(percent: UInt8) { millionths = min(Int(percent), 100) * 10_000 }

    /// Makes a share from millionths.
    ///
    /// The result is nil below 0 and above ``whole``.
    public init?(millionths: Int) {
      guard (0...Self.whole).contains(millionths) else { return nil }
      self.millionths = millionths
    }

    /// Reads a share such as `25%`.
    ///
    /// The result is nil for any other form and above 100 %.
    public init?(_ text: String) {
      guard let millionths = Self.millionths(in: text), millionths <= Self.whole else { return nil }
      self.millionths = millionths
    }

    /// Whether a part of a total is this share or more, compared exactly.
    ///
    /// Both counts are 0 or more. Of nothing no part is reached, so that an empty total never
    /// reads as good.
    public func isReached(by part: Int, of total: Int) -> Bool {
      guard part >= 0, total > 0 else { return false }
      let left = part.multipliedFullWidth(by: Self.whole)
      let right = total.multipliedFullWidth(by: millionths)
      return (left.high, left.low) >= (right.high, right.low)
    }

    /// Whether the left share is the smaller one.
    public static func < (left: Self, right: Self) -> Bool { left.millionths < right.millionths }

    /// The share as text, such as `12.5%`.
    public var description: String {
      let whole = millionths / 10_000
      let rest = String(millionths % 10_000 + 10_000).dropFirst()
      let decimals = rest.prefix(4 - rest.reversed().prefix { $0 == "0" }.count)
      return decimals.isEmpty ? "\(whole)%" : "\(whole).\(decimals)%"
    }
  }
}

extension Policy.Share {
  /// The millionths of a percentage of any size below 100,000 %; nil for any other form.
  static func millionths(in text: String) -> Int? {
    guard text.hasSuffix("%") else { return nil }
    let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, isNumber(whole, digits: 1...5),
      whole == "0" || whole.first != "0"
    else { return nil }
    let decimals = parts.count == 2 ? parts[1] : "0"
    guard isNumber(decimals, digits: 1...4) else { return nil }
    let padded = decimals + String(repeating: "0", count: 4 - decimals.count)
    return (Int(whole) ?? 0) * 10_000 + (Int(padded) ?? 0)
  }

  private static func isNumber(_ text: Substring, digits: ClosedRange<Int>) -> Bool {
    digits.contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
  }
}
