public import Policies

/// By what a due thing is known: what it is, about which record, and when it is due.
///
/// A changed due day makes another one, so that all steps are reckoned anew.
public struct DueKey: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// What falls due.
  public var topic: ReminderTopic
  /// The record that it is about.
  public var subject: ReminderSubject
  /// What tells apart things of one topic and subject that are due together, such as the name of a
  /// clock; empty if nothing does.
  public var part: String
  /// When it is due.
  public var due: DueMoment

  /// Makes a key.
  public init(
    _ topic: ReminderTopic,
    _ subject: ReminderSubject,
    part: String = "",
    due: DueMoment
  ) {
    self.topic = topic
    self.subject = subject
    self.part = part
    self.due = due
  }

  /// `noticeDecision/agreement/C-1//2026-02-20`; slashes and percent signs of references are
  /// written `%2F` and `%25`.
  public var description: String {
    [
      topic.rawValue, subject.kind.rawValue, Self.escaped(subject.reference), Self.escaped(part),
      due.description,
    ].joined(separator: "/")
  }

  /// Reads what ``description`` writes; nil for any other form.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, let topic = ReminderTopic(rawValue: parts[0]),
      let kind = ReminderSubject.Kind(rawValue: parts[1]), let due = DueMoment(parts[4])
    else { return nil }
    let subject = ReminderSubject(kind, Self.unescaped(parts[2]))
    self.init(topic, subject, part: Self.unescaped(parts[3]), due: due)
    guard description == text else { return nil }
  }

  /// Whether the left one is due first; of those due together by topic, subject and part.
  public static func < (left: Self, right: Self) -> Bool {
    (left.due.description, left.topic.rawValue, left.subject, left.part)
      < (right.due.description, right.topic.rawValue, right.subject, right.part)
  }

  private static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 != UInt8(ascii: "%") && $0 != UInt8(ascii: "/") }
    return isPlain ? text : text.replacing("%", with: "%25").replacing("/", with: "%2F")
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("%2F", with: "/").replacing("%25", with: "%")
  }
}

/// By what a reminder is known: a due thing and a step of its ladder.
///
/// It is sent once.
public struct ReminderKey: Hashable, Sendable, CustomStringConvertible {
  /// The due thing.
  public var thing: DueKey
  /// The step.
  public var step: ReminderStep

  /// Makes a key.
  public init(_ thing: DueKey, _ step: ReminderStep) {
    self.thing = thing
    self.step = step
  }

  /// `noticeDecision/agreement/C-1//2026-02-20/-30d`.
  public var description: String { "\(thing)/\(step)" }

  /// Reads what ``description`` writes; nil for any other form.
  public init?(_ text: String) {
    guard let slash = text.lastIndex(of: "/"), let thing = DueKey(String(text[..<slash])),
      let step = ReminderStep(String(text[text.index(after: slash)...]))
    else { return nil }
    self.init(thing, step)
  }
}
