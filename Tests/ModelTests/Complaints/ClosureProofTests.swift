import Model
import Testing

@Suite struct ClosureProofTests {
  private func missing(_ proof: ClosureProof, at iso: String = "2026-06-15", _ hour: Int = 17)
    throws
    -> [String]
  {
    try proof.missing(at: Sample.berlin(iso, hour), calendar: Sample.office())
  }

  /// Asked on Monday 1 June 2026 at 10:00; reminded on days of June at 10:00.
  private func deemed(_ days: [Int], ruleIsAgreed: Bool = true) throws -> ClosureProof {
    .deemed(
      requestedAt: try Sample.berlin("2026-06-01", 10),
      reminders: try days.map { try ComplaintSample.event(.reminderSent, $0, 10).at },
      ruleIsAgreed: ruleIsAgreed
    )
  }

  @Test func `consent needs a person, a time and something written`() throws {
    let time = try Sample.berlin("2026-06-10", 9)
    #expect(try missing(.agreed(by: "Ada Example", at: time, proof: "MSG-1")) == [])
    #expect(
      try missing(.agreed(by: " ", at: nil, proof: nil))
        == ["who agreed", "when", "a message or a signed note"]
    )
    let late = ClosureProof.agreed(by: "Ada Example", at: time, proof: "MSG-1")
    #expect(try missing(late, at: "2026-06-10", 8) == ["when"])
  }

  @Test func `no answer is consent after two reminders and ten business days`() throws {
    #expect(try missing(deemed([2, 9])) == [])
    #expect(try missing(deemed([8, 2, 9])) == [])
    #expect(try missing(deemed([2, 5, 15])) == [])
    #expect(
      try missing(deemed([2, 9]), at: "2026-06-15", 16)
        == ["10 business days since the first request, which are over at 2026-06-15T15:00:00Z"]
    )
    #expect(
      try missing(deemed([2, 9], ruleIsAgreed: false)) == ["the rule in the agreed procedure"]
    )
  }

  @Test(arguments: [
    ([], "is none"), ([2], "is one"), ([2, 8], "is one"), ([2, 16], "is one"), ([1], "is none"),
  ])
  func `reminders that are too close, too early or too late do not count`(
    days: [Int],
    count: String
  ) throws {
    #expect(
      try missing(deemed(days))
        == ["2 reminders at least 5 business days apart, of which there \(count)"]
    )
  }

  @Test func `a stricter rule asks for more reminders`() throws {
    var rule = DeemedClosure()
    rule.reminders = 3
    let missing = try deemed([2, 9])
      .missing(at: Sample.berlin("2026-06-15", 17), rule: rule, calendar: Sample.office())
    #expect(missing == ["3 reminders at least 5 business days apart, of which there are 2"])
  }

  @Test func `without a request there is no consent by silence`() throws {
    let proof = ClosureProof.deemed(requestedAt: nil, reminders: [], ruleIsAgreed: true)
    #expect(try missing(proof) == ["a request to close"])
    #expect(try missing(deemed([2, 9]), at: "2026-05-29") == ["a request to close"])
  }

  @Test func `a refusal closes when no level is left and the outside route is named`() throws {
    #expect(
      try missing(.exhausted(level: 4, highestLevel: 4, outsideRoute: "the ombudsman")) == []
    )
    #expect(
      try missing(.exhausted(level: 2, highestLevel: 4, outsideRoute: ""))
        == [
          "level 4, as only level 2 was reached", "the outside route, named in writing",
        ]
    )
  }

  @Test func `the other ways need their proof`() throws {
    #expect(try missing(.withdrawn(proof: "MSG-2")) == [])
    #expect(try missing(.withdrawn(proof: nil)) == ["a written withdrawal"])
    #expect(try missing(.duplicate(of: 7, sameComplainant: true)) == [])
    #expect(
      try missing(.duplicate(of: nil, sameComplainant: false))
        == ["the leading complaint", "the same complainant"]
    )
    #expect(try missing(.reclassified(reason: "praise", complainantTold: true)) == [])
    #expect(
      try missing(.reclassified(reason: nil, complainantTold: false))
        == ["a reason", "a word to the complainant"]
    )
  }

  @Test func `every way of closing counts in its way`() {
    let formality = Complaint.ClosureKind.allCases.map { "\($0) \($0.formality)" }
    #expect(
      formality == [
        "agreed counts", "deemed countsApart", "exhausted countsApart", "withdrawn counts",
        "duplicate followsLeading", "reclassified noComplaint",
      ]
    )
    let proofs: [ClosureProof] = [
      .agreed(by: nil, at: nil, proof: nil),
      .deemed(requestedAt: nil, reminders: [], ruleIsAgreed: false),
      .exhausted(level: 0, highestLevel: 4, outsideRoute: nil), .withdrawn(proof: nil),
      .duplicate(of: nil, sameComplainant: false),
      .reclassified(reason: nil, complainantTold: false),
    ]
    #expect(proofs.map(\.kind) == Complaint.ClosureKind.allCases)
  }
}
