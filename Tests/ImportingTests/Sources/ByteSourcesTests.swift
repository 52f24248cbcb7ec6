import Foundation
import Importing
import TestSupport
import Testing

@Suite struct ByteSourcesTests {
  private static func bytes(_ source: any ByteSource, piece: Int = 10_000) throws -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: piece)
    while true {
      let count = try unsafe buffer.withUnsafeMutableBytes { unsafe try source.read(into: $0) }
      if count == 0 { return result }
      result += buffer[..<count]
    }
  }

  /// Reads to the end or the fault, and gives both.
  private static func readAll(_ source: any ByteSource) -> (count: Int, problem: Problem?) {
    var count = 0
    var buffer = [UInt8](repeating: 0, count: 10_000)
    do {
      while true {
        let read = try unsafe buffer.withUnsafeMutableBytes { unsafe try source.read(into: $0) }
        if read == 0 { return (count, nil) }
        count += read
      }
    } catch { return (count, error as? Problem) }
  }

  /// Bytes that look random.
  private static func noise(_ count: Int) -> [UInt8] {
    var random = SplitMix64(seed: 7)
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  private static func withFile<Result>(
    _ bytes: [UInt8],
    _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("a.csv")
    try Data(bytes).write(to: file)
    return try body(file.path)
  }

  @Test func `a file is read whole, compressed or not, whatever its name`() throws {
    let text = Self.noise(600_000)
    for bytes in [text, GzipSample.stored(text), [], [0x1F]] {
      let read = try Self.withFile(bytes) { try Self.bytes(ByteSources.open(path: $0)) }
      #expect(read == (bytes.starts(with: [0x1F, 0x8B]) ? text : bytes))
    }
  }

  @Test func `a missing file and a folder are refused`() throws {
    let missing = Problem(
      "file.missing",
      file: "/nowhere/a.csv",
      message: "There is no such file.",
      remedy: "Check the path."
    )
    #expect(throws: missing) { try ByteSources.open(path: "/nowhere/a.csv") }
    let folder = FileManager.default.temporaryDirectory.path
    let expected = Problem(
      "file.folder",
      file: folder,
      message: "This is a folder, not a file.",
      remedy: "Name the files in it."
    )
    #expect(throws: expected) { try ByteSources.open(path: folder) }
  }

  @Test func `a path that is too long is unreadable`() throws {
    let path = "/" + String(repeating: "a", count: 300)
    let expected = Problem(
      "file.unreadable",
      file: path,
      message: "The file cannot be read: File name too long.",
      remedy: "Check its access rights and the disk."
    )
    #expect(throws: expected) { try FileSource(path: path) }
  }

  @Test func `looking ahead takes nothing away`() throws {
    let source = PeekableSource(PieceSource(Array(0..<100), seed: 4))
    #expect(try source.peek(2) == [0, 1])
    #expect(try source.peek(50) == Array(0..<50))
    #expect(try source.peek(3) == [0, 1, 2])
    #expect(try Self.bytes(source, piece: 7) == Array(0..<100))
    #expect(try source.peek(5) == [])
    let short = PeekableSource(MemorySource("ab"))
    #expect(try short.peek(64) == Array("ab".utf8))
  }

  @Test func `several members and padding are one stream`() throws {
    let one = GzipSample.stored(Array("one,".utf8))
    let two = GzipSample.stored(Array("two".utf8))
    let bytes = one + [0, 0] + two + [UInt8](repeating: 0, count: 512)
    for seed in 0..<10 as Range<UInt64> {
      let source = GzipSource(PieceSource(bytes, seed: seed), named: "a.gz")
      #expect(try Self.bytes(source, piece: 2) == Array("one,two".utf8))
    }
  }

  @Test func `a damaged file gives what comes before, then the problem`() throws {
    var bytes = GzipSample.stored(Self.noise(300_000))
    bytes[bytes.count - 6] ^= 1
    let found = Self.readAll(GzipSource(MemorySource(bytes), named: "a.gz"))
    #expect(found.count == 300_000)
    #expect(
      found.problem
        == Problem(
          "gzip.corrupt",
          file: "a.gz",
          message: "The compressed file is damaged (incorrect data check).",
          remedy: "Get the file again."
        )
    )
    let rest = GzipSample.stored(Array("a".utf8)) + Array("text".utf8)
    let after = Self.readAll(GzipSource(MemorySource(rest), named: "a.gz"))
    #expect(after.count == 1)
    #expect(
      after.problem?.message == "The compressed file is damaged (incorrect header check)."
    )
  }

  @Test(arguments: [5, 11, 100, 200_000])
  func `a file that is cut off is reported`(length: Int) throws {
    let bytes = GzipSample.stored(Self.noise(300_000)).prefix(length)
    let found = Self.readAll(GzipSource(MemorySource(Array(bytes)), named: "a.gz"))
    #expect(found.count < 300_000)
    #expect(
      found.problem
        == Problem(
          "gzip.cut",
          file: "a.gz",
          message: "The compressed file ends too early.",
          remedy: "Get the file again."
        )
    )
  }

  @Test func `expansion beyond the limits is refused`() throws {
    let bomb = GzipSample.repeated(0x61, times: 16_384)
    let limited = GzipSource(MemorySource(bomb), named: "a.gz", maximumRatio: 100)
    let ratio = Self.readAll(limited)
    #expect(ratio.count < 3_000_000)
    #expect(
      ratio.problem
        == Problem(
          "gzip.limit",
          file: "a.gz",
          message: "The compressed file expands to more than 100 times its size.",
          remedy: "If you trust the file, decompress it yourself and name the result."
        )
    )
    // 258 bytes for 13 bits are less than the 200 to 1 that are allowed by default.
    let allowed = GzipSource(MemorySource(bomb), named: "a.gz")
    #expect(Self.readAll(allowed).count == 1 + 258 * 16_384)
    let plain = GzipSample.stored(Self.noise(50_000))
    let total = GzipSource(MemorySource(plain), named: "a.gz", maximumBytes: 49_999)
    #expect(
      Self.readAll(total).problem?.message
        == "The compressed file expands to more than 49999 bytes."
    )
    let exact = GzipSource(MemorySource(plain), named: "a.gz", maximumBytes: 50_000)
    #expect(Self.readAll(exact).problem == nil)
  }
}
