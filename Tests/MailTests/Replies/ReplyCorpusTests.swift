import Foundation
import Mail
import TestSupport
import Testing

@Suite struct ReplyCorpusTests {
  private struct Sample: Decodable {
    var input: String
    var trimmed: String
    var elided: String
  }

  @Test(.enabled(if: Corpus.isPresent, Comment(rawValue: Corpus.missing)))
  func `all 64 replies are cut where they should be`() throws {
    let samples = try samples()
    let wrong = samples.filter { _, sample in
      ReplyText(sample.input).reply != sample.trimmed.withoutBlankEnds
    }
    #expect(samples.count == 64)
    #expect(wrong.isEmpty, "\(wrong.keys.sorted())")
  }

  @Test(.enabled(if: Corpus.isPresent, Comment(rawValue: Corpus.missing)))
  func `no character of a sample is lost`() throws {
    for (name, sample) in try samples() {
      let parts = ReplyText(sample.input)
      let before = Self.characters(sample.input)
      #expect(Self.characters(parts.reply + parts.rest) == before, "\(name)")
    }
  }

  private func samples() throws -> [String: Sample] {
    let file = try #require(Corpus.folder).appendingPathComponent("mail/replies.json")
    return try JSONDecoder().decode([String: Sample].self, from: Data(contentsOf: file))
  }

  /// The characters that are no white space, sorted, since lines change places.
  private static func characters(_ text: String) -> [Character] {
    text.filter { !$0.isWhitespace }.sorted()
  }
}

extension String {
  fileprivate var withoutBlankEnds: String {
    let lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let isBlank: (Substring) -> Bool = { $0.allSatisfy(\.isWhitespace) }
    guard let first = lines.firstIndex(where: { !isBlank($0) }),
      let last = lines.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return lines[first...last].joined(separator: "\n")
  }
}
