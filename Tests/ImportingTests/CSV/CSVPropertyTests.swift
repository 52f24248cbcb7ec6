import Importing
import TestSupport
import Testing

@Suite struct CSVPropertyTests {
  private static let pieces = [
    "", "a", "contract", "12.50", "-3", "=1+1", "'=x", "''@", "it's", " ", "\t", " padded ", ",",
    ";", "|", "\"", "\"\"", "'", "\\", "\\\"", "#", "# x", "\n", "\r", "\r\n", "ü", "日本", "😎",
    "\u{FEFF}", "\u{7F}", "\u{1}", String(repeating: "long ", count: 40), "12345678", "1234567",
  ]

  private static func cell(_ random: inout SplitMix64) -> String {
    let count = Int.random(in: 0...3, using: &random)
    return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  @Test(arguments: 0..<100)
  func `what the writer writes is read back cell for cell`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let columns = Int.random(in: 1...20, using: &random)
    let rows = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      (0..<columns).map { _ in Self.cell(&random) }
    }
    var writer = CSVWriter()
    writer.delimiter = Array(",;|\t:\u{1F}".utf8).randomElement(using: &random) ?? 0x2C
    writer.quote = Bool.random(using: &random) ? 0x22 : 0x27
    writer.escape = Bool.random(using: &random) ? UInt8(ascii: "\\") : nil
    writer.lineEnd = [[13, 10], [10], [13]].randomElement(using: &random) ?? [10]
    writer.quotesAll = Bool.random(using: &random)
    writer.formulaGuard = Bool.random(using: &random)
    var bytes: [UInt8] = []
    for row in rows { writer.append(row, to: &bytes) }
    var dialect = CSVDialect()
    dialect.delimiter = writer.delimiter
    dialect.quote = writer.quote
    dialect.escape = writer.escape
    dialect.formulaGuard = writer.formulaGuard
    dialect.headerRows = 0
    dialect.trim = Bool.random(using: &random)
    dialect.commentPrefix = Bool.random(using: &random) ? [UInt8(ascii: "#")] : []
    dialect.skipBlankRows = Bool.random(using: &random)
    // A byte order mark at the very start is no part of the first cell.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = [0xEF, 0xBB, 0xBF] + bytes }
    let whole = try CSVTable(MemorySource(bytes), dialect: dialect)
    var limits = CSVLimits()
    limits.bufferBytes = Int.random(in: 16...300, using: &random)
    let pieces = PieceSource(bytes, seed: seed)
    let inPieces = try CSVTable(pieces, dialect: dialect, limits: limits)
    #expect(whole.rows == rows)
    #expect(whole.problems == [])
    #expect(inPieces.rows == rows)
    #expect(inPieces.lines == whole.lines)
    #expect(inPieces.raw == whole.raw)
  }

  private static let samples = [
    "id,name,note\n1,\"a,b\",x\n2,\"c \"\"d\"\"\",\"e\nf\"\n3,ü,\n",
    "a;b\r\n\"1\";\"2\"\r\n;;\r\n\"x\r\ny\";3\r\n\r\n# c\r\n4;5",
    "\u{FEFF}a\tb\r1\t\"2\r3\"\r\\\"\t\\\\\r",
    "'a'|'b''c'|d\n'e\n'|f|\u{0}\n",
  ].map { Array($0.utf8) }

  /// Changes up to eight places of a sample.
  private static func mutant(_ random: inout SplitMix64) -> [UInt8] {
    var bytes = samples.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes.removeSubrange(place...)
      case 2:
        bytes.insert(
          Array("\",;\n\r\\\0\u{FF}'".utf8).randomElement(using: &random) ?? 0,
          at: place
        )
      default: bytes.remove(at: place)
      }
    }
    return bytes
  }

  @Test(arguments: 0..<100)
  func `damaged files never crash and keep the numbers in order`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed &+ 1_000)
    for _ in 0..<50 {
      let bytes = Self.mutant(&random)
      var dialect = CSVDialect()
      dialect.delimiter = Array(",;\t|".utf8).randomElement(using: &random) ?? 0x2C
      dialect.quote = [0x22, 0x27, nil].randomElement(using: &random) ?? nil
      dialect.escape = Bool.random(using: &random) ? UInt8(ascii: "\\") : nil
      dialect.trim = Bool.random(using: &random)
      dialect.formulaGuard = Bool.random(using: &random)
      dialect.headerRows = 0
      dialect.skipBlankRows = Bool.random(using: &random)
      dialect.footnoteRows = Int.random(in: 0...2, using: &random)
      dialect.encoding = TextEncoding.allCases.randomElement(using: &random) ?? .utf8
      var limits = CSVLimits()
      limits.recordBytes = Int.random(in: 1...60, using: &random)
      limits.fields = Int.random(in: 1...5, using: &random)
      guard let table = Self.read(MemorySource(bytes), dialect, limits) else { continue }
      limits.bufferBytes = Int.random(in: 16...80, using: &random)
      let again = Self.read(PieceSource(bytes, seed: seed), dialect, limits)
      #expect(again?.rows == table.rows)
      #expect(again?.problems == table.problems)
      #expect(zip(table.lines, table.lines.dropFirst()).allSatisfy { $0 < $1 })
      let numbers = (table.numbers + table.rejections.compactMap(\.record.place.record)).sorted()
      #expect(numbers == Array(1..<(1 + numbers.count)))
      let lineCount = 1 + bytes.count { $0 == 10 || $0 == 13 }
      #expect(table.problems.allSatisfy { ($0.place?.line ?? 1) <= lineCount })
    }
  }

  /// Reads, or gives nil if the file as a whole is refused.
  private static func read(
    _ source: any ByteSource,
    _ dialect: CSVDialect,
    _ limits: CSVLimits
  ) -> CSVTable? {
    do { return try CSVTable(source, dialect: dialect, limits: limits) } catch {
      #expect((error as? Problem)?.code == "encoding.different")
      return nil
    }
  }
}
