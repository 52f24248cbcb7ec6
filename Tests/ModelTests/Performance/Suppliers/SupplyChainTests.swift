import Model
import TestSupport
import Testing

@Suite struct SupplyChainTests {
  private typealias Entry = SupplyChain.Entry

  private let sound = [
    Entry("P", rank: 1), Entry("S1", rank: 2, recipient: "P"),
    Entry("S2", rank: 3, recipient: "S1"), Entry("S3", rank: 2, recipient: "P"),
  ]

  private func defects(_ entries: [Entry]) -> [SupplyChainDefect] {
    SupplyChain("A-1", entries).defects()
  }

  @Test func `each rank works for the rank before`() {
    #expect(defects(sound).isEmpty)
    #expect(defects([]).isEmpty)
  }

  @Test func `a recipient that is not of the rank before is a defect`() {
    var entries = sound
    entries[2] = Entry("S2", rank: 3, recipient: "P")
    #expect(defects(entries) == [.recipientOfWrongRank(entries[2])])
    #expect(
      SupplyChainDefect.recipientOfWrongRank(entries[2]).sentence
        == "S2 has rank 3, but P has not rank 2."
    )
    entries[2] = Entry("S2", rank: 3, recipient: "Unknown")
    #expect(defects(entries) == [.recipientOfWrongRank(entries[2])])
  }

  @Test func `ranks without recipient, and leads with one, are defects`() {
    let (orphan, lead) = (Entry("S1", rank: 2), Entry("Q", rank: 1, recipient: "P"))
    let (nobody, again) = (Entry("Z", rank: 0), Entry("P", rank: 1))
    #expect(
      defects([again, orphan, lead, nobody, again])
        == [.noRecipient(orphan), .recipientOfLead(lead), .noRank(nobody), .twice(again)]
    )
    #expect(defects([orphan]) == [.noLead, .noRecipient(orphan)])
  }

  @Test func `who works for himself by way of others is a cycle, even with right ranks`() {
    let entries = [
      Entry("P", rank: 1), Entry("B", rank: 2, recipient: "P"), Entry("A", rank: 3, recipient: "B"),
      Entry("B", rank: 4, recipient: "A"),
    ]
    #expect(defects(entries) == [.cycle(["A", "B"])])
    let alone = Entry("P", rank: 2, recipient: "P")
    #expect(defects([Entry("P", rank: 1), alone]) == [.cycle(["P"])])
  }

  @Test func `a supplier at two places without a cycle is no defect`() {
    let entries = sound + [Entry("S3", rank: 3, recipient: "S1")]
    #expect(defects(entries).isEmpty)
  }

  @Test func `a very long chain is no cycle`() {
    let entries = (1...20_000).map {
      Entry("S\($0)", rank: $0, recipient: $0 == 1 ? nil : "S\($0 - 1)")
    }
    #expect(defects(entries).isEmpty)
  }

  @Test func `every defect has a sentence`() {
    let (one, two) = (Entry("S", rank: 1, recipient: "P"), Entry("S", rank: 2))
    let sentences = [
      SupplyChainDefect.noLead, .twice(one), .noRank(Entry("S", rank: 0)), .recipientOfLead(one),
      .noRecipient(two), .cycle(["A", "B"]),
    ]
    .map(\.sentence)
    #expect(
      sentences == [
        "Nobody in the chain has rank 1.", "S is listed twice with rank 1.",
        "S has rank 0; ranks begin with 1.", "S has rank 1 and cannot work for P.",
        "S has rank 2 and names nobody of rank 1.", "A works for B works for A.",
      ]
    )
  }

  @Test func `a sub in several chains is a concentration`() {
    let chains = [
      SupplyChain("A-2", [Entry("Q", rank: 1), Entry("S2", rank: 2, recipient: "Q")]),
      SupplyChain("A-1", sound),
      SupplyChain("A-3", [Entry("S1", rank: 1), Entry("P", rank: 1)]),
      SupplyChain("A-4", [Entry("S2", rank: 1)]),
    ]
    let found = SupplierConcentration.all(in: chains)
    #expect(found.map(\.supplier) == ["S2", "S1"])
    #expect(found.map(\.chains) == [["A-1", "A-2", "A-4"], ["A-1", "A-3"]])
  }

  @Test func `a sub is approved before its first day`() throws {
    let (start, before) = (try Sample.day("2026-07-01"), try Sample.day("2026-06-30"))
    #expect(SubcontractorDefect(startsOn: start, approvedOn: before) == nil)
    let late = try #require(SubcontractorDefect(startsOn: start, approvedOn: start))
    #expect(late == .approvedLate(days: 1))
    #expect(late.sentence == "The sub-contracted supplier was approved 1 day too late.")
    let never = try #require(SubcontractorDefect(startsOn: start, approvedOn: nil))
    #expect(never.sentence == "The sub-contracted supplier was not approved.")
    let vague = try #require(SubcontractorDefect(startsOn: nil, approvedOn: start))
    #expect(
      vague.sentence == "It is not known since when the sub-contracted supplier works."
    )
  }

  @Test(arguments: 0..<100)
  func `a tree has no cycle, and an edge back to a descendant makes one`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var entries = [Entry("S0", rank: 1)]
    for number in 1...20 {
      let parent = try #require(entries.randomElement(using: &random))
      entries.append(Entry("S\(number)", rank: parent.rank + 1, recipient: parent.supplier))
    }
    #expect(defects(entries).isEmpty)
    let leaf = try #require(entries.dropFirst().randomElement(using: &random))
    let back = Entry("S0", rank: leaf.rank + 1, recipient: leaf.supplier)
    let cycles = defects(entries + [back])
    #expect(cycles.count == 1)
    guard case .cycle(let suppliers) = cycles.first else {
      Issue.record("There is no cycle.")
      return
    }
    #expect(suppliers.count == leaf.rank && suppliers.contains(leaf.supplier))
  }
}
