import Reporting
import Testing

@Suite struct CSVWriterTests {
  @Test(arguments: 0..<100)
  func `what is written is read back as the same cells`(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let columns = [
      Column("a", "A"), Column("b", "B"), Column("n", "N", .integer), Column("d", "D", .day),
    ]
    var rows: [Row] = []
    var expected = [["a", "b", "n", "d"]]
    for _ in 0..<20 {
      let texts = [random.text(), random.text()]
      let number = Int64(bitPattern: random.next()) >> Int64(random.next() % 64)
      rows.append(Row([.text(texts[0]), .text(texts[1]), .integer(number), .day(20_000)]))
      expected.append(texts.map(guarded) + ["\(number)", "2024-10-04"])
    }
    #expect(parse(try Sample.text(.csv, columns: columns, rows: rows)) == expected)
  }

  @Test func `texts that look like formulas are guarded, numbers and days never`() throws {
    let columns = [Column("t", "T"), Column("n", "N", .integer), Column("m", "M", .money)]
    let texts = ["=1", "+1", "-1", "@a", "\ta", "\ra", "a=1", "'", ""]
    let rows = texts.map { Row([.text($0), .integer(-1), .money(minor: -5, currency: "EUR")]) }
    let written = parse(try Sample.text(.csv, columns: columns, rows: rows)).dropFirst()
    #expect(
      written.map { $0[0] } == ["'=1", "'+1", "'-1", "'@a", "'\ta", "'\ra", "a=1", "'", ""]
    )
    #expect(written.allSatisfy { $0[1...] == ["-1", "-0.05", "EUR"] })
  }

  @Test func `a row of one empty cell is not an empty line`() throws {
    let text = try Sample.text(.csv, columns: [Column("a", "A")], rows: [Row([.empty])])
    #expect(text == "a\n\"\"\n")
  }

  @Test func `a text longer than the buffer is whole`() throws {
    let long = String(repeating: "é\"", count: 100_000)
    let text = try Sample.text(.csv, columns: [Column("a", "A")], rows: [Row([.text("=" + long)])])
    #expect(parse(text) == [["a"], ["'=" + long]])
    let json = try Sample.text(.ndjson, columns: [Column("a", "A")], rows: [Row([.text(long)])])
    #expect(json == "{\"a\":\"" + String(repeating: "é\\\"", count: 100_000) + "\"}\n")
  }

  @Test func `absent amounts and records keep their columns`() throws {
    let record = Column.Kind.record([Column("amount", "Amount", .money), Column("why", "Why")])
    let columns = [Column("fee", "Fee", record), Column("term", "Term", .period)]
    let text = try Sample.text(.csv, columns: columns, rows: [Row([]), Row([.record([.empty])])])
    #expect(text == "feeAmount,feeAmountCurrency,feeWhy,termStartsOn,termEndsOn\n,,,,\n,,,,\n")
  }

  private func guarded(_ text: String) -> String {
    let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]
    guard let first = text.unicodeScalars.first, starts.contains(first) else { return text }
    return "'" + text
  }

  /// Reads RFC 4180 with line feeds, by the letter.
  private func parse(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var wasQuote = false
    for scalar in text.unicodeScalars {
      if isQuoted, scalar != "\"" {
        field.append(scalar)
      } else if scalar == "\"" {
        if !isQuoted, wasQuote { field.append(scalar) }
        isQuoted.toggle()
        wasQuote = !isQuoted
        continue
      } else if scalar == "," || scalar == "\n" {
        row.append(String(field))
        field = .init()
        if scalar == "\n" {
          rows.append(row)
          row = []
        }
      } else {
        field.append(scalar)
      }
      wasQuote = false
    }
    #expect(!isQuoted && row.isEmpty && field.isEmpty)
    return rows
  }
}

/// A small generator of equal numbers for equal seeds.
private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func text() -> String {
    let pieces = [
      "a", "=", "-", "+", "@", ",", "\"", "\n", "\r", "\t", "'", " ", "ü", "東", "🍜", ";",
    ]
    return (0..<next() % 8).map { _ in pieces[Int(next() % 16)] }.joined()
  }
}
