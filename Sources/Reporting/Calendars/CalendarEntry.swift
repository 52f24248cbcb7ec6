public import Model

/// One entry of a calendar for other programs: a day to keep in mind, or a task with its due day.
public struct CalendarEntry: Hashable, Sendable {
  /// What the entry is to calendar programs.
  public enum Kind: Hashable, Sendable {
    /// An event of one whole day that blocks nobody's time (`VEVENT`).
    case event
    /// A task that is done or not (`VTODO`).
    case task
  }

  /// How it stands.
  public enum Standing: Hashable, Sendable {
    /// Still to be done.
    case open
    /// Done at an instant.
    case done(Instant)
    /// No longer to be done.
    case cancelled
  }

  /// What the entry is to calendar programs.
  public var kind: Kind
  /// The name by which programs find the entry again; never given to another one.
  public var identifier: String
  /// How often the entry was changed; programs keep the one with the highest number.
  public var sequence: Int
  /// One line.
  public var summary: String
  /// Several lines, empty for none.
  public var details: String
  /// The day, or the day until which the task is due.
  public var day: CivilDay
  /// The days before it on which programs shall say so; empty for none.
  public var alarms: [Int]
  /// How it stands.
  public var standing: Standing
  /// Words by which programs can group entries.
  public var categories: [String]

  /// Makes an entry that is open, without details, alarms and categories.
  public init(_ kind: Kind, _ identifier: String, _ summary: String, on day: CivilDay) {
    self.kind = kind
    self.identifier = identifier
    self.summary = summary
    self.day = day
    sequence = 0
    details = ""
    alarms = []
    standing = .open
    categories = []
  }
}
