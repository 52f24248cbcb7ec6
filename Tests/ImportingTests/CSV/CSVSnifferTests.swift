import Foundation
import Importing
import TestSupport
import Testing

@Suite struct CSVSnifferTests {
  private static func propose(_ text: String, isWhole: Bool = true) -> CSVSniffer.Proposal {
    CSVSniffer.propose(from: Array(text.utf8), isWhole: isWhole)
  }

  @Test(arguments: [",", ";", "\t", "|", "^", "~", ":"])
  func `the delimiter is the one that splits the rows evenly`(delimiter: Character) {
    let rows = ["name,amount,day", "\"A, B; C\",12.50,2020-01-01", "D|x,3,2021-12-31"]
    let text = rows.map { row in
      var isQuoted = false
      return String(
        row.map { letter in
          if letter == "\"" { isQuoted.toggle() }
          return letter == "," && !isQuoted ? delimiter : letter == "|" ? "/" : letter
        }
      )
    }
    let proposal = Self.propose(text.joined(separator: "\n"))
    #expect(proposal.dialect.delimiter == delimiter.asciiValue)
    #expect(proposal.dialect.quote == 0x22)
    #expect(proposal.dialect.headerRows == 1)
    #expect(proposal.dialect.skipRows == 0)
    #expect(proposal.columns == ["name", "amount", "day"])
    #expect(proposal.findings.map(\.aspect) == CSVSniffer.Finding.Aspect.allCases)
    #expect(proposal.findings.allSatisfy { (0...100).contains($0.confidence) })
    #expect(proposal[.delimiter]?.reason == "100 % of the rows have 3 fields with it.")
    #expect(
      proposal[.headerRows]?.reason
        == "The first row holds names only, the rows below numbers or dates."
    )
  }

  @Test func `a preamble is found, and where the table has no header`() {
    let proposal = Self.propose("Report of 2020\n\n1;2,5;x\n3;4,5;y\n5;6,5;z\n")
    #expect(proposal.dialect.delimiter == UInt8(ascii: ";"))
    #expect(proposal.dialect.skipRows == 2)
    #expect(proposal.dialect.headerRows == 0)
    #expect(proposal.columns == ["column 1", "column 2", "column 3"])
    #expect(proposal[.skipRows]?.reason == "The first row with 3 fields starts on line 3.")
    #expect(proposal[.headerRows]?.reason == "The first row holds a number or a date.")
  }

  @Test func `single quotes are proposed where they hold delimiters`() {
    let proposal = Self.propose("a,b\n'x, y',1\n'z, w',2\n'v, u',3\n")
    #expect(proposal.dialect.quote == UInt8(ascii: "'"))
    #expect(proposal[.quote]?.reason == "3 fields start with it; 0 misplaced ones were found.")
  }

  @Test func `one column and no content are low in confidence`() {
    let column = Self.propose("name\nalpha\nbeta\n")
    #expect(column[.delimiter]?.confidence == 20)
    #expect(
      column[.delimiter]?.reason
        == "No delimiter splits the rows; the file seems to have one column."
    )
    let empty = Self.propose("")
    #expect(empty[.headerRows]?.confidence == 0)
    #expect(empty.columns == [])
  }

  @Test(
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x61], .utf8, 100),
      ([0xFF, 0xFE, 0x61, 0x00], .utf16LittleEndian, 100),
      ([0xFE, 0xFF, 0x00, 0x61], .utf16BigEndian, 100),
      ([0x61, 0x00, 0x2C, 0x00], .utf16LittleEndian, 90),
      ([0x00, 0x61, 0x00, 0x2C], .utf16BigEndian, 90),
      ([0x61, 0x2C, 0x62], .utf8, 80),
      ([0xC3, 0xA9, 0x2C, 0xC3], .utf8, 95),
      ([0x61, 0xE9, 0x2C, 0x80], .windows1252, 70),
      ([0x61, 0xE9, 0x2C, 0x81], .latin1, 30),
    ] as [([UInt8], TextEncoding, Int)]
  )
  func `the encoding is proposed`(bytes: [UInt8], encoding: TextEncoding, confidence: Int) {
    let proposal = CSVSniffer.propose(from: bytes)
    #expect(proposal.dialect.encoding == encoding)
    #expect(proposal[.encoding]?.confidence == confidence)
  }

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.missing)"),
    arguments: [
      ("chicago-contracts.csv.gz", ","), ("montgomery-2020.csv", ","), ("unl-scraped.csv", ","),
      ("unl-cleaned.csv", ","), ("comprasgov-contratos.csv", ";"), ("czech-smlouvy.csv", ","),
      ("czech-smluvni-strany.csv", ","), ("contractsfinder-header-only.csv", ","),
      ("colombia-secop.csv", ","),
    ]
  )
  func `the layout of real registers is found`(name: String, delimiter: Character) throws {
    let url = try #require(Corpus.folder?.appendingPathComponent("csv/\(name)"))
    let start = try ByteSources.open(path: url.path).peek(CSVSniffer.sampleBytes)
    let proposal = CSVSniffer.propose(from: start, isWhole: start.count < CSVSniffer.sampleBytes)
    #expect(proposal.dialect.delimiter == delimiter.asciiValue)
    #expect(proposal.dialect.quote == 0x22)
    #expect(proposal.dialect.skipRows == 0)
    #expect(proposal.dialect.headerRows == 1)
    #expect(proposal.dialect.encoding == .utf8)
  }
}

extension CSVSnifferTests {
  @Test func `a title padded with blank cells is not the header`() {
    let sample = "Contracts 2026;;;;\nNo;Party;Start;End;Value\n1;A;2026-01-01;;5\n2;B;;;6\n"
    let proposal = CSVSniffer.propose(from: Array(sample.utf8), isWhole: true)
    #expect(proposal.dialect.skipRows == 1)
    #expect(proposal.dialect.headerRows == 1)
    #expect(proposal.dialect.delimiter == UInt8(ascii: ";"))
  }
}
