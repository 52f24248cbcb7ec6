/// What kind of message it is, why, and whether a program may answer it.
public struct ClassifiedMessage: Sendable, Equatable {
  /// The kind.
  public let messageClass: MessageClass
  /// Why, the deciding reason first; never empty.
  public let reasons: [ClassReason]
  /// What is reported of deliveries; nil for a message that is no such report.
  public let bounce: Bounce?
  /// Why a program may not answer; empty if it may.
  public let refusals: [AnswerRefusal]

  /// Whether a program may answer the message.
  public var mayBeAnswered: Bool { refusals.isEmpty }
}
