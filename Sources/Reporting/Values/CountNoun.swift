/// What the rows of a table are called when they are counted.
public struct CountNoun: Sendable, Hashable {
  /// The word for one, such as `agreement`.
  public let singular: String
  /// The word for none or several, such as `agreements`.
  public let plural: String

  /// Makes a noun.
  public init(_ singular: String, _ plural: String) {
    self.singular = singular
    self.plural = plural
  }

  /// Rows, for want of a better word.
  public static let rows = CountNoun("row", "rows")

  /// Says how many, such as `1,234 agreements`.
  public func counted(_ count: Int) -> String {
    "\(groupedText(Int64(count))) \(count == 1 ? singular : plural)"
  }
}
