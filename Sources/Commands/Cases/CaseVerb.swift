import Model

/// A verb that brings a case, such as a complaint, into a state.
protocol CaseVerb {
  associatedtype State: CaseState
  /// The word on the command line.
  static var word: String { get }
  /// What the command does, in one sentence.
  static var sentence: String { get }
  /// The state.
  static var state: State { get }
}
