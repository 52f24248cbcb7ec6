import Importing
import Synchronization
import Testing

@testable import Intake

struct DraftPipeTests {
  private struct Broken: Error, Equatable {}

  private static func fill(_ draft: inout Draft, _ number: Int) {
    draft.reset()
    draft.place = Place(line: number + 2, record: number + 1)
    draft.key = draft.append("\(number)")
  }

  /// What a pipe hands over, in order, as text.
  private func findings(_ pipe: DraftPipe) throws -> [String] {
    var found: [String] = []
    try pipe.forEachBlock { block in
      for finding in block.findings { found.append(Self.text(finding, block)) }
    }
    return found
  }

  private static func text(_ finding: DraftPipe.Finding, _ block: DraftPipe.Block) -> String {
    switch finding {
    case .draft(let index): block.withDraft(index) { "draft \($0.string($0.key))" }
    case .record(let record): "record \(record.kind) \(record.reference)"
    case .refused(let place, let problems): "refused \(place.line) \(problems.map(\.code))"
    case .rejected(let record, _): "rejected \(record.place.line)"
    case .problem(let problem): "problem \(problem.message)"
    }
  }

  private static func note(_ number: Int) -> Problem {
    Problem("sample.note", .note, message: "\(number)", remedy: "None.")
  }

  @Test func `findings of all sorts come in the order in which they were found`() throws {
    let pipe = DraftPipe()
    pipe.start { sink in
      var draft = Draft()
      for number in 0..<5000 {
        switch number % 7 {
        case 3: try sink.note(Self.note(number))
        case 5: try sink.reject(RejectedRecord(place: Place(line: number), raw: []), because: [])
        default:
          Self.fill(&draft, number)
          try sink.take(&draft)
        }
      }
    }
    let expected = (0..<5000).map { number in
      switch number % 7 {
      case 3: "problem \(number)"
      case 5: "rejected \(number)"
      default: "draft \(number)"
      }
    }
    #expect(try findings(pipe) == expected)
  }

  @Test(arguments: [0, 1, 255, 256, 257, 1024, 3000])
  func `a failure of reading arrives after all that was found before`(count: Int) throws {
    let pipe = DraftPipe()
    pipe.start { sink in
      var draft = Draft()
      for number in 0..<count {
        Self.fill(&draft, number)
        try sink.take(&draft)
      }
      throw Broken()
    }
    var found: [String] = []
    #expect(throws: Broken.self) {
      try pipe.forEachBlock { block in
        found += block.findings.map { Self.text($0, block) }
      }
    }
    #expect(found == (0..<count).map { "draft \($0)" })
  }

  @Test func `a failure of storing stops the reading thread`() throws {
    let end = Mutex<(count: Int, hasFailed: Bool)>((0, false))
    let pipe = DraftPipe()
    pipe.start { sink in
      var draft = Draft()
      do {
        for number in 0..<1_000_000 {
          Self.fill(&draft, number)
          try sink.take(&draft)
          end.withLock { $0.count += 1 }
        }
      } catch {
        end.withLock { $0.hasFailed = true }
        throw error
      }
    }
    #expect(throws: Broken.self) { try pipe.forEachBlock { _ in throw Broken() } }
    // At most the blocks under way were filled.
    let (count, hasFailed) = end.withLock { $0 }
    #expect(hasFailed)
    #expect(count <= 5 * 256)
  }

  @Test func `storage is used again and nothing of an earlier record stays in it`() throws {
    let pipe = DraftPipe()
    pipe.start { sink in
      var draft = Draft()
      for number in 0..<4000 {
        Self.fill(&draft, number)
        if number % 2 == 0 { Self.enrich(&draft, number) }
        try sink.take(&draft)
      }
    }
    var number = 0
    try pipe.forEachBlock { block in
      for case .draft(let index) in block.findings {
        block.withDraft(index) { Self.expect($0, number) }
        number += 1
      }
      #expect(block.drafts.count <= 257)
    }
    #expect(number == 4000)
  }

  private static func enrich(_ draft: inout Draft, _ number: Int) {
    draft.set(.title, text: "Title \(number)")
    draft.set(.startsOn, number: Int64(number))
    draft.setEmpty(.endsOn)
    draft.amendment = draft.append("A")
    draft.order = draft.append("O")
    draft.addIdentifier(scheme: "s", value: draft.append("i\(number)"))
    let party = draft.addParty(DraftParty(role: .supplier, name: draft.append("Acme")))
    draft.addPartyIdentifier(party: party, scheme: "p", value: draft.append("1"))
    draft.addMention(DraftMention(kind: .service, name: draft.append("Mail")))
  }

  private static func expect(_ draft: borrowing Draft, _ number: Int) {
    let isRich = number % 2 == 0
    let key = draft.string(draft.key)
    let title = draft.text(.title)
    let said: FieldSet = isRich ? [.title, .startsOn, .endsOn] : []
    let sizes = [
      draft.identifiers.count, draft.parties.count, draft.partyIdentifiers.count,
      draft.mentions.count, draft.amendment == nil ? 0 : 1, draft.order.isEmpty ? 0 : 1,
    ]
    let isSaid = draft.said == said
    let isSealed = draft.seal != nil
    #expect(key == "\(number)")
    #expect(title == (isRich ? "Title \(number)" : nil))
    #expect(isSaid)
    #expect(isSealed)
    #expect(sizes == Array(repeating: isRich ? 1 : 0, count: 6))
  }

  @Test func `the same content has the same seal, another has another`() throws {
    let pipe = DraftPipe()
    pipe.start { sink in
      var draft = Draft()
      for number in [1, 2, 1] {
        Self.fill(&draft, number)
        draft.place = Place(line: 9)
        try sink.take(&draft)
      }
    }
    var seals: [[UInt64]] = []
    try pipe.forEachBlock { block in
      for case .draft(let index) in block.findings {
        seals.append(block.withDraft(index) { $0.seal.map { [$0.0, $0.1] } ?? [] })
      }
    }
    #expect(seals.count == 3)
    #expect(seals[0] == seals[2])
    #expect(seals[0] != seals[1])
  }

  @Test func `drafts that cannot be stored come as refusals in their place`() throws {
    let pipe = DraftPipe()
    pipe.start { sink in
      var draft = Draft()
      for number in 0..<4 {
        Self.fill(&draft, number)
        if number == 1 { draft.key = 0..<0 }
        if number == 2 {
          draft.set(.value, number: 100)
          draft.set(.renewal, text: "maybe")
          draft.set(.noticePeriod, text: "soon")
        }
        try sink.take(&draft)
      }
    }
    #expect(
      try findings(pipe) == [
        "draft 0", "refused 3 [\"key.missing\"]",
        "refused 4 [\"value.unknown\", \"currency.missing\", \"period.unreadable\"]", "draft 3",
      ]
    )
  }
}
