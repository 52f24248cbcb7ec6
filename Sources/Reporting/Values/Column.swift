/// What a column of a table is called, what it holds and how it may be shortened.
public struct Column: Sendable {
  /// What the cells of a column hold.
  public indirect enum Kind: Sendable {
    /// Texts.
    case text
    /// Local calendar days.
    case day
    /// Moments in UTC.
    case instant
    /// Whole numbers.
    case integer
    /// Amounts with their currency; two columns in CSV.
    case money
    /// Percentages.
    case percent
    /// Yes or no.
    case flag
    /// A record of two days, `startsOn` and `endsOn`; two columns in CSV.
    case period
    /// A record with these fields; one column for each in CSV.
    case record([Column])
    /// Several values of one kind; one column in CSV, joined with `; `.
    case list(of: Kind)
  }

  /// The side to which cells are moved.
  public enum Alignment: Sendable {
    /// To the left, as texts.
    case left
    /// To the right, as numbers.
    case right
  }

  /// What happens to a text that is wider than its column.
  public enum Overflow: Sendable {
    /// Nothing is lost: the column is as wide as it needs, up to 32 places; then lines break.
    case whole
    /// The text continues on up to three further lines.
    case wrap
    /// The text ends with `…`.
    case cut
  }

  /// How long a column stays when there is little room.
  public enum Importance: Int, Sendable, Comparable {
    /// The first to go.
    case low
    /// Goes after the low ones.
    case medium
    /// Goes last.
    case high
    /// Never goes; if the essential columns do not fit, rows are written as blocks.
    case essential

    /// Orders `low` before `essential`.
    public static func < (left: Importance, right: Importance) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// The name in data, in camel case, such as `nextReviewDue`; unique among the columns.
  public let key: String
  /// The heading for people, such as `Next review`.
  public let title: String
  /// What the cells hold.
  public let kind: Kind
  /// The side to which cells are moved.
  public let alignment: Alignment
  /// How long the column stays when there is little room; equal ones go from the right.
  public let importance: Importance
  /// The least width in a text table at which a `wrap` or `cut` column is still of use, in places.
  public let minimumWidth: Int
  /// What happens to a text that is wider than the column.
  public let overflow: Overflow
  /// The formats that show the column.
  public let formats: Set<OutputFormat>

  /// Makes a column.
  ///
  /// Without an alignment, numbers, amounts and percentages go to the right and all else to the
  /// left. Without an overflow, texts and lists wrap and everything else stays whole.
  public init(
    _ key: String,
    _ title: String,
    _ kind: Kind = .text,
    importance: Importance = .medium,
    alignment: Alignment? = nil,
    overflow: Overflow? = nil,
    minimumWidth: Int = 12,
    formats: Set<OutputFormat> = .everywhere
  ) {
    self.key = key
    self.title = title
    self.kind = kind
    self.alignment = alignment ?? kind.alignment
    self.importance = importance
    self.minimumWidth = minimumWidth
    self.overflow = overflow ?? kind.overflow
    self.formats = formats
  }
}

extension Column.Kind {
  /// The side to which cells of this kind go if nothing else is said.
  var alignment: Column.Alignment {
    switch self {
    case .integer, .money, .percent: .right
    default: .left
    }
  }

  /// What happens to long cells of this kind if nothing else is said.
  var overflow: Column.Overflow {
    switch self {
    case .text, .list, .record: .wrap
    default: .whole
    }
  }

  /// Whether a shortened cell could be taken for another value, as `1,23…` for an amount.
  var isExact: Bool {
    switch self {
    case .day, .instant, .integer, .money, .percent, .flag, .period: true
    case .text, .record, .list: false
    }
  }
}
