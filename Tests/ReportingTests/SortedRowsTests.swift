import TestSupport
import Testing

@testable import Reporting

@Suite struct SortedRowsTests {
  private static let cells: [Cell] = [
    .empty, .text(""), .text("Łódź, 日本 🏢"), .day(-719_162), .instant(1_790_000_000),
    .integer(.min), .money(minor: -150, currency: "KWD"), .percent(numerator: 1, denominator: 0),
    .flag(true), .flag(false), .record([.day(1), .empty]),
    .list([.record([.text("a"), .list([])]), .integer(7)]),
  ]

  /// A block of 1 byte lets every row go to the file, one of 500 some, the last none.
  @Test(arguments: [1, 500, 1 << 20])
  func `rows come back whole, the earliest day first`(blockSize: Int) throws {
    let sorted = SortedRows(blockSize: blockSize)
    let days: [Int32] = [5, -3, 5, 0, 9, -3]
    for (number, day) in days.enumerated() {
      let row = Row(
        Self.cells + [.integer(Int64(number))],
        mark: number == 2 ? .alert : .normal,
        markedColumn: number == 3 ? 1 : nil
      )
      try sorted.add(row, day: day)
    }
    var rows: [Row] = []
    try sorted.handOver { rows.append($0) }
    #expect(rows.map { $0.cells.last } == [1, 5, 3, 0, 2, 4].map { .integer($0) })
    #expect(rows.allSatisfy { Array($0.cells.dropLast()) == Self.cells })
    #expect(rows.map(\.mark) == [.normal, .normal, .normal, .normal, .alert, .normal])
    #expect(rows.map(\.markedColumn) == [nil, nil, 1, nil, nil, nil])
  }

  @Test(arguments: [1, 300, 5000, 1 << 20])
  func `names decide within a day, and the order of arrival within a name`(blockSize: Int) throws {
    let names = ["", "a", "ab", "b", "é", "long name of a row"]
    var random = SplitMix64(seed: 11)
    let sorted = SortedRows(blockSize: blockSize)
    var wanted: [(day: Int32, name: String, number: Int64)] = []
    for number in 0..<500 {
      let day = Int32.random(in: -3...3, using: &random)
      let name = names.randomElement(using: &random) ?? ""
      wanted.append((day, name, Int64(number)))
      try sorted.add(Row([.integer(Int64(number)), .text(name)]), day: day, name: name)
    }
    wanted.sort { ($0.day, $0.name, $0.number) < ($1.day, $1.name, $1.number) }
    var rows: [Row] = []
    try sorted.handOver { rows.append($0) }
    #expect(rows.map { $0.cells[0] } == wanted.map { .integer($0.number) })
    #expect(rows.map { $0.cells[1] } == wanted.map { .text($0.name) })
  }

  @Test func `a row larger than the buffer of a run comes back whole`() throws {
    let sorted = SortedRows(blockSize: 1)
    let text = String(repeating: "Ω", count: 200_000)
    for day: Int32 in [2, 1] { try sorted.add(Row([.day(day), .text(text)]), day: day) }
    var rows: [Row] = []
    try sorted.handOver { rows.append($0) }
    #expect(rows.map(\.cells) == [[.day(1), .text(text)], [.day(2), .text(text)]])
  }

  @Test func `no rows are no rows`() throws {
    var count = 0
    try SortedRows().handOver { _ in count += 1 }
    #expect(count == 0)
  }
}
