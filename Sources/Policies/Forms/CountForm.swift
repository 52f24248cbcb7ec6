/// A whole number without a unit.
struct CountForm: PolicyForm {
  private let range: ClosedRange<Int>

  init(_ range: ClosedRange<Int>) { self.range = range }

  var words: String { "a whole number from \(range.lowerBound) to \(range.upperBound)" }

  func text(_ value: Int) -> String { String(value) }

  func read(_ node: DataNode) -> Int? { node.count(range) }
}

/// Yes or no.
struct FlagForm: PolicyForm {
  var words: String { "true or false" }

  func text(_ value: Bool) -> String { String(value) }

  func read(_ node: DataNode) -> Bool? { node.flag }
}
