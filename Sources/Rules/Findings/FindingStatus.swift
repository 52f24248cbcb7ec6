public import Model

/// How far the work on a finding is.
///
/// It goes from open through acknowledged, in progress and done to verified. Gone is a finding that
/// a later run no longer found before anybody had done it.
public typealias FindingStatus = Finding.Status

extension FindingStatus {
  /// The statuses that may follow this one, in the order of the work.
  ///
  /// Work that does not satisfy the verifier goes on; what is found again opens again.
  public var successors: [Self] {
    switch self {
    case .open: [.acknowledged, .gone]
    case .acknowledged: [.inProgress, .gone]
    case .inProgress: [.done, .gone]
    case .done: [.inProgress, .verified]
    case .verified: [.open]
    case .gone: [.open]
    }
  }

  /// Whether there is nothing left to do.
  public var isFinal: Bool { self == .verified || self == .gone }

  /// The status in words for a sentence, such as `in progress`.
  public var words: String { self == .inProgress ? "in progress" : rawValue }
}
