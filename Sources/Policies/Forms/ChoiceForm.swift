/// One word of a closed list.
struct ChoiceForm<Choice>: PolicyForm
where Choice: RawRepresentable & CaseIterable & Sendable, Choice.RawValue == String {
  private let allowed: [Choice]

  /// Takes all words of the list.
  init() { allowed = Array(Choice.allCases) }

  /// Takes some of the words.
  init(_ allowed: [Choice]) { self.allowed = allowed }

  var words: String {
    let names = allowed.map(\.rawValue)
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  func text(_ value: Choice) -> String { value.rawValue }

  func read(_ node: DataNode) -> Choice? {
    node.choice(allowed.map(\.rawValue)).flatMap(Choice.init(rawValue:))
  }
}
