import Model
import TestSupport
import Testing

/// The SLA `SLA-1` (1) with customer `K-1` (1) on the service `S-1` (3), and the contracts of
/// `P-1` (7), `C-1` (2), and of `P-2` (8), `C-2` (4), on 2026-06-01.
struct AlignmentSample {
  var graph = ServiceGraph()
  var calendars: [String: BusinessCalendar]
  var day: CivilDay

  init(on text: String = "2026-06-01") throws {
    day = try Sample.day(text)
    calendars = ["BER": try Sample.office(), "ALWAYS": try Sample.daily(["00:00-24:00"])]
    graph.services = [ServiceGraph.Service(id: 3, reference: "S-1", name: "Shop")]
    for (id, reference, role) in [
      (1, "K-1", "customer"), (7, "P-1", "supplier"), (8, "P-2", "supplier"),
    ] as [(Int64, String, String)] {
      graph.parties[id] = .init(id: id, reference: reference, name: reference, roles: [role])
    }
    try add(1, "SLA-1", .sla, party: 1, "K-1") { $0.services = ["S-1"] }
    try add(2, "C-1", .contract, party: 7, "P-1")
    try add(4, "C-2", .contract, party: 8, "P-2")
  }

  /// Adds an open-ended agreement in force since 2024.
  mutating func add(
    _ id: Int64,
    _ reference: String,
    _ kind: AgreementKind,
    party: Int64,
    _ name: String,
    _ change: (inout AgreementFile) throws -> Void = { _ in }
  ) throws {
    var terms = AgreementTerms()
    terms.startsOn = try Sample.day("2024-01-01")
    terms.openEnded = true
    var file = AgreementFile(
      id: id,
      reference: reference,
      kind: kind,
      standing: terms.standing(on: day, calendar: nil)
    )
    file.terms = terms
    file.calendar = calendars["BER"]
    let role = kind == .sla ? "buyer" : "supplier"
    file.members = [.init(role: role, party: party, reference: name)]
    try change(&file)
    graph.agreements[id] = file
  }

  /// Changes an agreement, and works out anew where it stands.
  mutating func change(_ id: Int64, _ body: (inout AgreementFile) throws -> Void) throws {
    var file = try #require(graph.agreements[id])
    try body(&file)
    file.standing = file.terms.standing(on: day, calendar: file.calendar)
    graph.agreements[id] = file
  }

  mutating func component(_ id: Int64, _ facts: [String: String]) throws {
    let all = ["name": "Part \(id)", "service": "3"].merging(facts) { $1 }
    graph.records.add(try Component.sample("K-\(id)", id: id, all))
  }

  /// Adds an availability target to an agreement.
  mutating func availability(
    _ agreement: Int64,
    _ value: String,
    _ facts: [String: String] = [:]
  ) throws {
    try target(
      agreement,
      ["title": "Availability", "metric": "availability", "value": value, "unit": "%"]
        .merging(facts) { $1 }
    )
  }

  /// Adds a target that is answered within four business hours in 95 of 100 cases.
  mutating func target(_ agreement: Int64, _ facts: [String: String]) throws {
    let number = (graph.agreements[agreement]?.records[ServiceLevelTarget.self].count ?? 0) + 1
    let all = [
      "agreement": "\(agreement)", "title": "Resolution", "metric": "resolutionInTime",
      "comparison": "atLeast", "value": "95", "window": "month",
    ].merging(facts) { $1 }
    let record = try ServiceLevelTarget.sample("T-\(agreement)-\(number)", id: agreement * 10, all)
    try change(agreement) { $0.records.add(record) }
  }

  var chain: AlignmentChain {
    get throws { try #require(Alignment(graph, calendars: calendars, on: day).chains.first) }
  }

  /// The only link of an aspect.
  func link(_ aspect: AlignmentLink.Aspect) throws -> AlignmentLink {
    let links = try chain.links.filter { $0.aspect == aspect }
    #expect(links.count == 1)
    return try #require(links.first)
  }
}
