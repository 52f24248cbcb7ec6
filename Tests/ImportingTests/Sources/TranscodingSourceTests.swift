import Importing
import Testing

@Suite struct TranscodingSourceTests {
  private static func bytes(_ source: any ByteSource, piece: Int = 1_000) throws -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: piece)
    while true {
      let count = try unsafe buffer.withUnsafeMutableBytes { unsafe try source.read(into: $0) }
      if count == 0 { return result }
      result += buffer[..<count]
    }
  }

  /// Transcodes in small pieces, and gives the text and the problem.
  private static func read(
    _ bytes: [UInt8],
    _ encoding: TextEncoding
  ) throws -> (text: String, problem: Problem?) {
    let source = TranscodingSource(PieceSource(bytes, seed: 5), from: encoding)
    let text = String(decoding: try Self.bytes(source, piece: 3), as: UTF8.self)
    return (text, source.problem(in: "a.csv"))
  }

  private static func wide(_ text: String, isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let high = UInt8(unit >> 8)
      let low = UInt8(unit & 0xFF)
      return isLittle ? [low, high] : [high, low]
    }
  }

  @Test(arguments: [true, false])
  func `UTF-16 is read with and without a byte order mark`(isLittle: Bool) throws {
    let text = "a,ü\r\n日本,😎\u{FFFF}\u{10FFFF}"
    let stated: TextEncoding = isLittle ? .utf16LittleEndian : .utf16BigEndian
    let other: TextEncoding = isLittle ? .utf16BigEndian : .utf16LittleEndian
    let bare = try Self.read(Self.wide(text, isLittle: isLittle), stated)
    #expect(bare.text == text)
    #expect(bare.problem == nil)
    let marked = Self.wide("\u{FEFF}" + text, isLittle: isLittle)
    #expect(try Self.read(marked, stated).text == text)
    #expect(try Self.read(marked, other).text == text)
  }

  @Test func `lone surrogates and a single last byte are replaced and counted`() throws {
    let bytes: [UInt8] = [
      0x61, 0, 0x0A, 0, 0x00, 0xD8, 0x62, 0, 0x00, 0xDC, 0x00, 0xD8, 0x00, 0xD8, 0x00, 0xDC,
      0x01, 0xD8, 0x63,
    ]
    let found = try Self.read(bytes, .utf16LittleEndian)
    #expect(found.text == "a\n\u{FFFD}b\u{FFFD}\u{FFFD}\u{10000}\u{FFFD}\u{FFFD}")
    #expect(
      found.problem
        == Problem(
          "encoding.undefined",
          .warning,
          file: "a.csv",
          place: Place(line: 2),
          message: "The file is not UTF-16LE at 5 places, first on this line; "
            + "U+FFFD stands there.",
          remedy: "Check the encoding that the profile states."
        )
    )
  }

  @Test func `Windows-1252 and ISO-8859-1 differ from 80 to 9F only`() throws {
    let all = (0...255).map { UInt8($0) }
    let latin = try Self.read(all, .latin1)
    #expect(latin.text.unicodeScalars.map(\.value) == (0...255).map { UInt32($0) })
    #expect(latin.problem == nil)
    let windows = try Self.read(all, .windows1252)
    let scalars = Array(windows.text.unicodeScalars)
    #expect(scalars[..<0x80].map(\.value) == (0..<0x80).map { UInt32($0) })
    #expect(scalars[0xA0...].map(\.value) == (0xA0...0xFF).map { UInt32($0) })
    let middle = String(String.UnicodeScalarView(scalars[0x80..<0xA0]))
    #expect(
      middle == "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
    )
    #expect(
      windows.problem?.message
        == "The file is not WINDOWS-1252 at 5 places, first on this line; U+FFFD stands there."
    )
    #expect(
      try Self.read([0x81], .windows1252).problem?.message
        == "The file is not WINDOWS-1252 at 1 place, first on this line; U+FFFD stands there."
    )
  }

  @Test func `a table in another encoding is read like one in UTF-8`() throws {
    var dialect = CSVDialect()
    dialect.encoding = .utf16BigEndian
    let text = Self.wide("\u{FEFF}näme,b\n\"x\ny\",😎\n", isLittle: true)
    let table = try CSVTable(PieceSource(text, seed: 3), dialect: dialect)
    #expect(table.header == ["näme", "b"])
    #expect(table.rows == [["x\ny", "😎"]])
    #expect(table.raw == ["\"x\ny\",😎"])
    dialect.encoding = .windows1252
    let windows = try CSVTable(MemorySource([0x61, 0x0A, 0x80, 0x81, 0x0A]), dialect: dialect)
    #expect(windows.rows == [["€\u{FFFD}"]])
    #expect(windows.findings == ["2:0 encoding.undefined"])
  }

  @Test(
    arguments: [
      (TextEncoding.utf8, [0xFF, 0xFE, 0x61, 0x00], "UTF-16", "UTF-8"),
      (.utf8, [0xFE, 0xFF, 0x00, 0x61], "UTF-16", "UTF-8"),
      (.windows1252, [0xEF, 0xBB, 0xBF, 0x61], "UTF-8", "WINDOWS-1252"),
      (.latin1, [0xFF, 0xFE, 0x61, 0x00], "UTF-16", "ISO-8859-1"),
      (.utf16LittleEndian, [0xEF, 0xBB, 0xBF, 0x61], "UTF-8", "UTF-16LE"),
    ] as [(TextEncoding, [UInt8], String, String)]
  )
  func `a byte order mark of another family refuses the file`(
    encoding: TextEncoding,
    bytes: [UInt8],
    found: String,
    stated: String
  ) throws {
    var dialect = CSVDialect()
    dialect.encoding = encoding
    let expected = Problem(
      "encoding.different",
      file: "test.csv",
      place: Place(line: 1),
      message: "The file starts with the byte order mark of \(found) but is read as \(stated).",
      remedy: "State \(found) in the profile."
    )
    #expect(throws: expected) { try CSVTable(MemorySource(bytes), dialect: dialect) }
  }
}
