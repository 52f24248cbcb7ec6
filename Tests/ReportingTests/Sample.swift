import Reporting

/// Invented rows with everything that makes output difficult.
enum Sample {
  /// The decimals of the currencies in the rows.
  static let exponent: @Sendable (String) -> Int = { currency in
    ["JPY": 0, "KWD": 3][currency] ?? 2
  }

  /// Columns like those of a register.
  static let columns = [
    Column("reference", "Reference", importance: .essential, overflow: .whole),
    Column("title", "Title", importance: .essential, minimumWidth: 16),
    Column("party", "Party", importance: .high, overflow: .cut, minimumWidth: 14),
    Column("status", "Status", importance: .high, overflow: .whole),
    Column("currentTerm", "Current term", .period, importance: .low),
    Column("noticeDeadline", "Notice deadline", .day, importance: .high),
    Column("daysToNotice", "Days to notice", .integer, importance: .medium),
    Column("value", "Value", .money, importance: .medium),
    Column("met", "Met", .percent, importance: .low),
    Column("isCritical", "Critical", .flag, importance: .low),
    Column("tags", "Tags", .list(of: .text), importance: .low),
    Column(
      "parties",
      "Parties",
      .list(of: .record([Column("name", "Name"), Column("role", "Role")])),
      formats: .nested
    ),
    Column("changedAt", "Changed at", .instant, formats: .data),
  ]

  /// The rows, each with something of its own.
  static let rows = [
    row(
      "A-0001",
      "Cleaning of the offices",
      "Müller & Söhne GmbH",
      "active",
      20_454,
      -12,
      (123_450, "EUR"),
      .alert
    ),
    row(
      "A-0002",
      "Maintenance of lifts, escalators and moving walks in all buildings of the northern and"
        + " the southern district, including emergency service within two hours",
      "Vereinigte Aufzugswerke Nordsüd Beteiligungsgesellschaft mbH & Co. KG",
      "notice given",
      20_470,
      4,
      (98_765_432_109, "JPY"),
      .warning
    ),
    row(
      "A-0003",
      "=SUM(A1:A9) | pipes \"quotes\" and\nnew lines",
      "@handle, Inc.",
      "active",
      nil,
      nil,
      (-1_234_567, "KWD")
    ),
    row("A-0004", "東京都の清掃業務に関する契約書", "株式会社サンプル", "draft", 21_000, 534, nil),
    row(
      "A-0005",
      "Catering 🍜 with <b>HTML</b> & \u{1b}[31mcolours\u{1b}[0m 👩‍👩‍👧 cafe\u{301}",
      "-5 Degrees",
      "ended",
      0,
      -20_454,
      (5, "EUR")
    ),
    Row([.text("REF/2026/very-long-reference-number-0006"), .text(""), .empty]),
  ]

  private static func row(
    _ reference: String,
    _ title: String,
    _ party: String,
    _ status: String,
    _ deadline: Int32?,
    _ days: Int64?,
    _ value: (Int64, String)?,
    _ mark: Row.Mark = .normal
  ) -> Row {
    let isLate = mark == .alert
    return Row(
      [
        .text(reference), .text(title), .text(party), .text(status),
        deadline.map { .record([.day($0 - 365), isLate ? .empty : .day($0)]) } ?? .empty,
        deadline.map { .day($0) } ?? .empty,
        days.map { .integer($0) } ?? .empty,
        value.map { .money(minor: $0.0, currency: $0.1) } ?? .empty,
        .percent(numerator: 43_135, denominator: days == nil ? 0 : 43_180),
        .flag(isLate),
        .list([.text("premises"), .text("a, b")]),
        .list([.record([.text(party), .text("supplier")]), .record([.text("We"), .empty])]),
        .instant(1_782_864_000),
      ],
      mark: mark,
      markedColumn: mark == .warning ? 5 : nil
    )
  }

  /// Options for a number of places.
  static func options(width: Int? = nil, usesColour: Bool = false) -> RenderingOptions {
    RenderingOptions(
      heading: .init(
        title: "Register & more",
        summary: "All agreements <in force>.",
        asOf: 20_466,
        isKnownThen: true,
        store: "relationships.sqlite"
      ),
      noun: CountNoun("agreement", "agreements"),
      emptySentence: "No agreements.",
      width: width,
      usesColour: usesColour,
      exponent: exponent
    )
  }

  /// The rows in a format.
  static func text(
    _ format: OutputFormat,
    _ options: RenderingOptions = options(),
    columns: [Column] = columns,
    rows: [Row] = rows,
    notes: [String] = []
  ) throws -> String {
    let sink = MemorySink()
    let writer = format.makeWriter(to: sink, options)
    try writer.begin(columns)
    for row in rows { try writer.row(row) }
    for note in notes { try writer.note(note) }
    try writer.finish()
    return sink.text
  }
}
