/// An agreement's standing together with the steps that led to it.
public struct Explanation: Hashable, Sendable {
  /// The result, the same as without explanation.
  public let standing: AgreementStanding
  /// The steps as English sentences with dates, in the order in which they were taken.
  public let sentences: [String]
}

/// Takes down sentences while dates are computed.
///
/// Where no explanation is wanted there is no recorder, and no sentence is made.
final class StepRecorder {
  private(set) var sentences: [String] = []

  func add(_ sentence: String) { sentences.append(sentence) }
}
