/// A list of numbers of calendar days that go down or up, such as `[90d, 30d, 0d]`.
///
/// The unit can be left out. The list has one number at least and twenty at most.
struct DayListForm: PolicyForm {
  /// Whether the numbers go down or up.
  enum Order {
    case falling
    case rising

    var word: String { self == .falling ? "down" : "up" }
  }

  private static let range = 0...3_650
  private static let most = 20
  private let order: Order

  init(_ order: Order) { self.order = order }

  var words: String {
    "a list of 1 to \(Self.most) numbers of calendar days (0d to 3650d) that go \(order.word)"
  }

  func text(_ value: [Int]) -> String {
    "[" + value.map { "\($0)d" }.joined(separator: ", ") + "]"
  }

  func read(_ node: DataNode) -> [Int]? {
    guard let items = node.items else { return nil }
    guard (1...Self.most).contains(items.count) else {
      node.refuse("\(node.subject) has \(items.count) numbers.")
      return nil
    }
    let days = items.compactMap(day)
    guard days.count == items.count else { return nil }
    for (index, item) in items.enumerated().dropFirst() where !follows(days[index], days[index - 1])
    {
      item.refuse(
        "The numbers must go \(order.word): \(days[index]) comes after \(days[index - 1])."
      )
      return nil
    }
    return days
  }

  private func follows(_ next: Int, _ last: Int) -> Bool {
    order == .falling ? next < last : next > last
  }

  private func day(_ item: DataNode) -> Int? {
    guard let text = item.text else { return nil }
    guard let number = DataNode.wholeNumber(text.hasSuffix("d") ? String(text.dropLast()) : text)
    else {
      item.refuse("“\(text)” is no number of calendar days.", value: text)
      return nil
    }
    return item.within(Self.range, number, text)
  }
}
