import Testing

@testable import Reporting

@Suite struct SortedRowsTests {
  private static let cells: [Cell] = [
    .empty, .text(""), .text("Łódź, 日本 🏢"), .day(-719_162), .instant(1_790_000_000),
    .integer(.min), .money(minor: -150, currency: "KWD"), .percent(numerator: 1, denominator: 0),
    .flag(true), .flag(false), .record([.day(1), .empty]),
    .list([.record([.text("a"), .list([])]), .integer(7)]),
  ]

  /// A block of 1 byte lets every row go to the file, one of 100 some, the last none.
  @Test(arguments: [1, 100, 1 << 20])
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

  @Test func `no rows are no rows`() throws {
    var count = 0
    try SortedRows().handOver { _ in count += 1 }
    #expect(count == 0)
  }
}
