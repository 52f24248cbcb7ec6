/// A state of a case such as a complaint or a dispute.
public protocol CaseState: RawRepresentable, Hashable, Sendable, CaseIterable
where RawValue == String {
  /// What a case in one of the states is called, such as `complaint`.
  static var subject: String { get }
  /// The state in words, such as `waiting for the complainant`.
  var words: String { get }
}

/// Which states of a case lead to which.
///
/// A transition that is not in the table is refused, never repaired.
public struct Transitions<State: CaseState>: Sendable {
  private let table: [State: [State]]

  /// Makes a table; a state that is not in it leads nowhere.
  public init(_ table: [State: [State]]) { self.table = table }

  /// The states that a state leads to, in the order of the states; none for the last one.
  public func next(from state: State) -> [State] {
    let next = table[state] ?? []
    return State.allCases.filter { next.contains($0) }
  }

  /// Does nothing if the first state leads to the second.
  ///
  /// - Throws: ``TransitionRefusal`` with the states that it leads to if not.
  public func check(from state: State, to other: State) throws(TransitionRefusal) {
    let next = next(from: state)
    guard !next.contains(other) else { return }
    throw TransitionRefusal(
      subject: State.subject,
      from: state.words,
      to: other.words,
      allowed: next.map(\.words)
    )
  }
}

/// That a case cannot go from one state to another.
public struct TransitionRefusal: Error, Hashable, Sendable {
  /// What the case is called.
  public let subject: String
  /// The state in words that the case has.
  public let from: String
  /// The state in words that was wanted.
  public let to: String
  /// The states in words that the case can go to.
  public let allowed: [String]

  /// The reason as a sentence, with what is allowed.
  public var sentence: String {
    let wanted = "A \(subject) that is \(from) cannot become \(to);"
    if allowed.isEmpty { return "\(wanted) it stays as it is." }
    return "\(wanted) it can become \(Self.list(allowed))."
  }

  /// Words as an English list with `or`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) or \(last)"
  }
}
