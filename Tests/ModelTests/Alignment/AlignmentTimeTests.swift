import Model
import TestSupport
import Testing

@Suite struct AlignmentTimeTests {
  private func sample(_ ours: [String: String], _ theirs: [String: String]?) throws
    -> AlignmentSample
  {
    var sample = try AlignmentSample()
    try sample.target(1, ours)
    if let theirs { try sample.target(2, theirs) }
    try sample.component(21, ["agreement": "2"])
    return sample
  }

  @Test func `hours of one calendar are compared as they are`() throws {
    let fits = try sample(["timeLimit": "8bh"], ["timeLimit": "8bh"]).link(.time)
    #expect(fits.verdict == .aligned)
    let late = try sample(["timeLimit": "8bh"], ["timeLimit": "12bh"]).link(.time)
    #expect(late.promised?.text == "8 bh")
    #expect(late.carried?.text == "12 bh")
    #expect(late.verdict == .gap(.number(4, unit: "bh")))
    #expect(late.title == "Resolution, contract C-1 with P-1")
    #expect(late.parts.map(\.isBreak) == [true])
  }

  @Test func `a promise around the clock breaks at Easter`() throws {
    let sample = try sample(
      ["timeLimit": "4bh", "calendar": "ALWAYS", "priority": "P1"],
      ["timeLimit": "4bh", "calendar": "BER"]
    )
    let link = try sample.link(.time)
    #expect(link.carried?.text == "115 h")
    #expect(link.promised?.text == "4 h")
    #expect(link.verdict == .gap(.elapsed(399_600)))
    #expect(link.isSevere)
    let hours = try sample.link(.hours)
    #expect(hours.verdict.word == "gap")
    #expect(
      hours.reason
        == "On calendar BER 4 business hours take up to 115 h, from 2027-03-25T16:00:00Z."
    )
  }

  @Test func `an internal agreement on the way takes its time first`() throws {
    var sample = try AlignmentSample()
    try sample.add(6, "O-1", .ola, party: 8, "P-2")
    sample.graph.services.append(.init(id: 5, reference: "S-2", name: "Network"))
    sample.graph.records.add(
      try Dependency.sample("D-1", ["service": "3", "onService": "5", "agreement": "6"])
    )
    try sample.component(21, ["agreement": "2", "service": "5"])
    try sample.target(1, ["timeLimit": "8bh"])
    try sample.target(6, ["timeLimit": "2bh"])
    try sample.target(2, ["timeLimit": "7bh"])
    let links = try sample.chain.links.filter { $0.aspect == .time }
    #expect(
      links.map(\.title) == ["Resolution, OLA O-1 with P-2", "Resolution, contract C-1 with P-1"]
    )
    #expect(links.map(\.carried?.text) == ["2 bh", "9 bh"])
    #expect(links.map(\.verdict) == [.aligned, .gap(.number(1, unit: "bh"))])
  }

  @Test func `what is not stated is unknown`() throws {
    #expect(
      try sample(["timeLimit": "8bh", "priority": "P1"], nil).link(.time).verdict
        == .unknown("The contract C-1 states no time like T-1-1 for P1.")
    )
    let other = try sample(["timeLimit": "8bh"], ["timeLimit": "8bh", "calendar": "LONDON"])
    #expect(
      try other.link(.time).verdict
        == .unknown("Target T-2-1 names calendar LONDON, which is not known.")
    )
  }

  @Test func `the share in time must be as high`() throws {
    let link = try sample(["timeLimit": "8bh"], ["timeLimit": "8bh", "value": "90"]).link(.target)
    #expect(link.verdict == .gap(.number(5, unit: "")))
    #expect(link.reason == "Target T-2-1: at least 90.")
  }
}
