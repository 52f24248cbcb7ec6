/// How a file is read by a profile, column by column.
public struct ProfileCheck: Sendable, Equatable {
  /// One column of the file.
  public struct Column: Sendable, Equatable {
    /// Its number, 1-based.
    public var number: Int
    /// Its header cell.
    public var header: String
    /// What is made of it, such as `startsOn: a day written as MM/dd/yyyy`; empty if it is not
    /// read.
    public var uses: [String] = []
    /// Whether the profile names it as known and not read.
    public var isIgnored = false
    /// The number of rows in which it is blank.
    public var blank = 0
    /// The number of rows in which it gave a problem.
    public var faulty = 0
    /// The first few different cells.
    public var samples: [String] = []
  }

  /// The id of the profile.
  public var profile: String
  /// The name of the file.
  public var file: String
  /// The delimiter under which it was read.
  public var delimiter: UInt8
  /// The columns in their order.
  public var columns: [Column] = []
  /// The numbers of rows: read, and of these rejected.
  public var rows = 0
  /// The number of rows that would be rejected.
  public var rejected = 0
  /// Why the profile does not fit the header, or what it could read and does not; empty if all
  /// is well.
  public var obstacles: [Problem] = []
  /// The number of problems of each code in the rows.
  public var counts: [String: Int] = [:]
  /// The first problems in the rows, at most 20.
  public var problems: [Problem] = []

  /// The headers that the profile neither reads nor names as ignored.
  public var unmapped: [String] {
    columns.filter { $0.uses.isEmpty && !$0.isIgnored }.map(\.header)
  }

  /// Whether every row would be taken.
  public var isClean: Bool { rejected == 0 && !obstacles.contains { $0.severity == .error } }

  /// The check as text for a terminal.
  public var text: String {
    var lines = ["\(file) by \(profile): \(rows) rows, \(rejected) rejected"]
    lines += obstacles.map { "\($0.severity.rawValue): \($0.message) \($0.remedy)" }
    lines.append("")
    for column in columns { lines += Self.lines(column) }
    if !unmapped.isEmpty {
      lines += ["", "Not mapped: " + unmapped.map { "“\($0)”" }.joined(separator: ", ")]
    }
    if !counts.isEmpty {
      lines += ["", "Problems:"]
      lines += counts.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }
      lines += problems.map { "  line \($0.place?.line ?? 0): \($0.message)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ column: Column) -> [String] {
    let numbers = "\(column.blank) blank, \(column.faulty) with a problem"
    var lines = ["\(column.number). “\(column.header)”: \(numbers)"]
    lines += column.uses.map { "   → \($0)" }
    if column.uses.isEmpty { lines.append(column.isIgnored ? "   ignored" : "   not mapped") }
    if !column.samples.isEmpty {
      let samples = column.samples.map { "“\($0.shortened)”" }
      lines.append("   such as \(samples.joined(separator: ", "))")
    }
    return lines
  }
}
