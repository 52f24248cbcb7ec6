public import Model

/// What a short answer to a reminder says.
///
/// The first lines of the reply text count. Capital letters, punctuation, stars around words and
/// an opening “please” do not matter. What is not clearly one of these is nil, and a person reads
/// it.
public enum ReminderAnswer: Sendable, Hashable {
  /// What an agreement's end shall lead to.
  public enum Decision: String, Sendable, CaseIterable {
    /// It goes on as it is.
    case renew
    /// It goes on, on other terms.
    case renegotiate
    /// It ends.
    case end
  }

  /// How long a reminder shall be silent.
  public enum Pause: Sendable, Hashable {
    /// Until that day.
    case until(CivilDay)
    /// That many days from now; 1 to 366.
    case days(Int)
    /// That many months from now; 1 to 12.
    case months(Int)
  }

  /// It is done: on that day, or on the day of the mail if nil.
  case done(CivilDay?)
  /// It is decided.
  case decide(Decision)
  /// Remind again later.
  case snooze(Pause)
  /// Somebody else is in charge: that address, as written.
  case handOver(String)

  /// The lines without blank ones that are looked at.
  private static let lines = 3

  /// Reads the reply text; nil if none of its first three lines is an answer, or if two of them
  /// contradict one another.
  public init?(_ reply: String) {
    let lines = reply.split(whereSeparator: \.isNewline).filter { $0.contains { !$0.isWhitespace } }
    let answers = Set(lines.prefix(Self.lines).compactMap { ReminderAnswerReader($0).answer })
    guard answers.count == 1, let answer = answers.first else { return nil }
    self = answer
  }
}
