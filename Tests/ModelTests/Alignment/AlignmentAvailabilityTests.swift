import Model
import TestSupport
import Testing

@Suite struct AlignmentAvailabilityTests {
  private func sample(_ value: String = "99.9") throws -> AlignmentSample {
    var sample = try AlignmentSample()
    try sample.availability(1, value)
    try sample.availability(2, "99.95", ["component": "21"])
    try sample.availability(4, "99.9")
    try sample.component(21, ["agreement": "2", "name": "network"])
    try sample.component(22, ["agreement": "4", "name": "hosting"])
    try sample.component(23, ["availability": "99.99", "name": "database"])
    return sample
  }

  @Test func `a series of contracts that gives less than promised is a gap`() throws {
    let link = try sample().link(.availability)
    #expect(link.title == "Availability, Shop")
    #expect(link.promised?.text == "99.9 %")
    #expect(link.carried == .percentage(Percentage(points: try Fraction(decimal: "99.840064995"))))
    #expect(
      link.verdict == .gap(.percentage(Percentage(points: try Fraction(decimal: "0.059935005"))))
    )
    #expect(
      link.reason
        == "69.09… min of downtime in 30 days, 43.2 min allowed. Cautious bound 99.84 %."
    )
    #expect(link.isSevere)
    #expect(
      link.parts.map(\.name) == [
        "service S-1", "component K-21 network", "component K-22 hosting",
        "component K-23 database",
      ]
    )
    #expect(link.parts.map(\.depth) == [1, 2, 2, 2])
    #expect(link.parts.map(\.isBreak) == [true, false, false, false])
    #expect(
      link.parts.map(\.reason) == [
        "all of 3 parts", "contract C-1, T-2-1: 99.95 % a month",
        "contract C-2, T-4-1: 99.9 % a month", "stated for the component: 99.99 %",
      ]
    )
    #expect(
      link.records == ["SLA-1", "T-1-1", "K-21", "C-1", "T-2-1", "K-22", "C-2", "T-4-1", "K-23"]
    )
  }

  @Test func `a contract below the promise is where it breaks`() throws {
    let link = try sample("99.92").link(.availability)
    #expect(link.parts.map(\.isBreak) == [true, false, true, false])
  }

  private func doubled(_ facts: [String: String]) throws -> AlignmentSample {
    var sample = try sample()
    sample.graph.records.add(
      try DependencyGroup.sample(
        "G-1",
        id: 9,
        ["service": "3", "rule": "anyOf", "name": "hosts"]
      )
    )
    sample.graph.records[Component.self][1].dependencyGroup = 9
    let second = ["availability": "99.9", "name": "spare", "dependencyGroup": "9"]
    try sample.component(24, second.merging(facts) { $1 })
    return sample
  }

  @Test func `a doubled host carries the promise`() throws {
    let link = try doubled([:]).link(.availability)
    #expect(
      link.carried == .percentage(Percentage(points: try Fraction(decimal: "99.939905059995")))
    )
    #expect(link.verdict == .aligned)
    #expect(
      link.reason
        == "25.96… min of downtime in 30 days, 43.2 min allowed. Cautious bound 99.84 %. It is "
        + "carried only if the parts fail independently."
    )
    #expect(link.parts.map(\.name).contains("group hosts"))
  }

  @Test func `a doubled host of the same supplier does not`() throws {
    let link = try doubled(["operatedBy": "8"]).link(.availability)
    #expect(link.verdict.word == "gap")
    #expect(
      link.reason.hasSuffix(
        "component K-22 hosting and component K-24 spare count in series, they share supplier P-2."
      )
    )
  }

  @Test func `groups within each other in a circle count as lying in none`() throws {
    var sample = try doubled([:])
    let inner = ["service": "3", "rule": "allOf", "within": "9"]
    sample.graph.records.add(try DependencyGroup.sample("G-2", id: 10, inner))
    sample.graph.records[DependencyGroup.self][0].within = 10
    sample.graph.records[Component.self][0].dependencyGroup = 10
    let link = try sample.link(.availability)
    #expect(link.parts.map(\.depth) == [1, 2, 2, 3, 3, 2, 3])
    #expect(link.verdict == .aligned)
  }

  @Test func `two of three need the number`() throws {
    var sample = try doubled([:])
    sample.graph.records[DependencyGroup.self][0].rule = .kOf
    #expect(
      try sample.link(.availability).verdict
        == .unknown("group hosts: it needs an unknown number of its 2 members.")
    )
    sample.graph.records[DependencyGroup.self][0].required = 2
    #expect(try sample.link(.availability).verdict.word == "gap")
  }

  @Test func `a year's promise leaves less in a month`() throws {
    var sample = try AlignmentSample()
    try sample.availability(1, "99.9")
    try sample.availability(2, "99.9", ["window": "year"])
    try sample.component(21, ["agreement": "2"])
    let link = try sample.link(.availability)
    // 8.76 h of the 672 h of February.
    #expect(
      link.parts.last?.reason
        == "contract C-1, T-2-1: 99.9 % a year; in the worst month 98.696428… %"
    )
    #expect(link.verdict.word == "gap")
    sample.day = try Sample.day("2028-06-01")
    #expect(
      try sample.link(.availability).parts.last?.reason
        == "contract C-1, T-2-1: 99.9 % a year; in the worst month 98.737931… %"
    )
  }

  @Test func `a month's promise carries a year's`() throws {
    var sample = try AlignmentSample()
    try sample.availability(1, "99.9", ["window": "year"])
    try sample.availability(2, "99.9")
    try sample.component(21, ["agreement": "2"])
    #expect(try sample.link(.availability).verdict == .aligned)
  }

  @Test func `a contract without a target is unknown and no pass`() throws {
    var sample = try AlignmentSample()
    try sample.availability(1, "99.9")
    try sample.component(21, ["agreement": "2"])
    let link = try sample.link(.availability)
    #expect(
      link.verdict
        == .unknown("component K-21 Part 21: contract C-1 promises no least availability for it.")
    )
    #expect(link.carried == nil)
  }

  @Test func `a known part that falls short is a gap whatever the unknown one gives`() throws {
    var sample = try AlignmentSample()
    try sample.availability(1, "99.9")
    try sample.component(21, ["agreement": "2"])
    try sample.component(22, ["availability": "98"])
    let link = try sample.link(.availability)
    #expect(link.verdict == .gap(.percentage(try Percentage("1.9"))))
    #expect(
      link.reason
        == "864 min of downtime in 30 days, 43.2 min allowed. That holds even if component K-21 "
        + "Part 21 never fails."
    )
  }

  @Test func `a contract that has ended promises nothing`() throws {
    var sample = try AlignmentSample()
    try sample.availability(1, "99.9")
    try sample.availability(2, "99.99")
    try sample.component(21, ["agreement": "2"])
    #expect(try sample.link(.availability).verdict == .aligned)
    try sample.change(2) {
      $0.terms.openEnded = false
      $0.terms.endsOn = try Sample.day("2026-05-31")
    }
    #expect(
      try sample.link(.availability).verdict
        == .unknown("component K-21 Part 21: contract C-1 is not in force.")
    )
  }

  @Test func `a service without parts is unknown`() throws {
    var sample = try AlignmentSample()
    try sample.availability(1, "99.9")
    #expect(
      try sample.link(.availability).verdict
        == .unknown("service S-1: nothing that it rests on is on record.")
    )
  }

  @Test func `another service counts by its own parts`() throws {
    var sample = try AlignmentSample()
    sample.graph.services.append(.init(id: 5, reference: "S-2", name: "Network"))
    try sample.availability(1, "99.9")
    try sample.availability(2, "99")
    sample.graph.records.add(
      try Dependency.sample("D-1", ["service": "3", "onService": "5"])
    )
    try sample.component(21, ["agreement": "2", "service": "5"])
    let link = try sample.link(.availability)
    #expect(link.parts.map(\.name) == ["service S-1", "service S-2", "component K-21 Part 21"])
    #expect(link.verdict == .gap(.percentage(try Percentage("0.9"))))
  }

  @Test func `a service that depends on itself is unknown`() throws {
    var sample = try AlignmentSample()
    try sample.availability(1, "99.9")
    sample.graph.records.add(
      try Dependency.sample("D-1", ["service": "3", "onService": "3"])
    )
    #expect(
      try sample.link(.availability).verdict
        == .unknown("service S-1: it depends on itself.")
    )
  }

  @Test func `a dependency on the party of a component is not counted twice`() throws {
    var sample = try sample()
    sample.graph.records.add(
      try Dependency.sample("D-1", ["service": "3", "party": "7", "agreement": "2"])
    )
    #expect(try sample.link(.availability).parts.count == 4)
  }

  @Test func `what a service goes on without does not count`() throws {
    var sample = try sample()
    sample.graph.records.add(
      try Dependency.sample("D-1", ["service": "3", "party": "1", "isCritical": "no"])
    )
    #expect(try sample.link(.availability).parts.count == 4)
    #expect(
      try sample.chain.links.map(\.verdict).contains(
        .unknown("Dependency D-1 on K-1 names no agreement.")
      )
    )
  }
}
