import Foundation
import TestSupport
import Testing

@testable import Importing

/// Archives as programs write them.
@Suite struct ZipArchiveTests {
  private static func contents(_ bytes: [UInt8]) throws -> [String: String] {
    let archive = try ZipArchive(bytes, named: "a.zip")
    return try Dictionary(
      uniqueKeysWithValues: archive.entries.map {
        ($0.name, String(decoding: try archive.content(of: $0), as: UTF8.self))
      }
    )
  }

  private static func base64(_ text: String) throws -> [UInt8] {
    Array(try #require(Data(base64Encoded: text)))
  }

  @Test func `stored and deflated files are read, and folders are none`() throws {
    let sample = ZipSample([
      .init("list/", []), .init("list/a.csv", Array("a,b".utf8)),
      .init("list/b.csv", Array("c,d".utf8), isDeflated: true), .init("empty", []),
    ])
    #expect(
      try Self.contents(sample.bytes) == ["list/a.csv": "a,b", "list/b.csv": "c,d", "empty": ""]
    )
    let archive = try ZipArchive(sample.bytes, named: "a.zip")
    #expect(archive.entries.map(\.name) == ["list/a.csv", "list/b.csv", "empty"])
    #expect(archive.entries.map(\.byteCount) == [3, 3, 0])
  }

  @Test func `an archive of Info-ZIP is read`() throws {
    let bytes = try Self.base64(
      "UEsDBBQAAAAIAJtAfF20g/BVSwAAAHwAAAANABwAY29udHJhY3RzLmNzdlVUCQADJYsKayWLCmt1eAsAAQQAAAAABAAA"
        + "AAALSk1LLUrNS07VCcksyUnVCUgsKqnkitI11PHPS1XIycxL1fHLL0opz8xLAYoa6YSU54NFi5GFjXVCMopSIcqL"
        + "FRLzUhRKcPMRGgFQSwECHgMUAAAACACbQHxdtIPwVUsAAAB8AAAADQAYAAAAAAABAAAApIEAAAAAY29udHJhY3Rz"
        + "LmNzdlVUBQADJYsKa3V4CwABBAAAAAAEAAAAAFBLBQYAAAAAAQABAFMAAACSAAAAAAA="
    )
    #expect(
      try Self.contents(bytes) == [
        "contracts.csv": """
        Reference,Title,Party
        Z-1,One line,Nordwind
        Z-2,Two lines,Nordwind
        Z-3,Three lines and three lines and three lines,Nordwind

        """
      ]
    )
  }

  @Test func `sizes that follow a file are taken from the directory`() throws {
    let bytes = try Self.base64(
      "UEsDBBQACAAIAAAAIQAAAAAAAAAAAAAAAAAFAAAAYS5jc3ZLTErWSURgrkQCfABQSwcI++DrUAwAAAAwAAAAUEsBAhQD"
        + "FAAIAAgAAAAhAPvg61AMAAAAMAAAAAUAAAAAAAAAAAAAAIABAAAAAGEuY3N2UEsFBgAAAAABAAEAMwAAAD8AAAAA"
        + "AA=="
    )
    let line = "abc,abc,abc,abc\n"
    #expect(try Self.contents(bytes) == ["a.csv": line + line + line])
  }

  @Test func `an empty archive and a comment are no fault`() throws {
    var sample = ZipSample([])
    #expect(try Self.contents(sample.bytes) == [:])
    #expect(ZipArchive.begins(sample.bytes))
    sample.files = [.init("a.csv", [65])]
    sample.comment = Array("made by hand".utf8)
    #expect(try Self.contents(sample.bytes) == ["a.csv": "A"])
    #expect(ZipArchive.begins(sample.bytes))
    #expect(!ZipArchive.begins(Array("PK is a word".utf8)))
  }

  @Test func `names are UTF-8 or code page 437, and backslashes separate folders`() throws {
    var file = ZipSample.File("Verträge\\2026\\a.csv", [65])
    let names = { (file: ZipSample.File) in
      try ZipArchive(ZipSample([file]).bytes, named: "a.zip").entries.map(\.name)
    }
    #expect(try names(file) == ["Verträge/2026/a.csv"])
    file.name = Array("Vertr".utf8) + [0x84] + Array("ge.csv".utf8)
    #expect(try names(file) == ["Verträge.csv"])
    file.name = [0x80, 0xE1, 0xFE, 0xFF]
    #expect(try names(file) == ["Çß■\u{A0}"])
    file.name = Array("./a.csv".utf8)
    #expect(try names(file) == ["a.csv"])
    #expect(try names(ZipSample.File("./", [])) == [])
  }
}
