/// Compares what customers were promised with what the agreements behind the services give.
///
/// An SLA in force is followed down through its services, their parts and what they depend on, to
/// the agreements with suppliers. What is not on record is unknown and never carries a promise.
public struct Alignment: Sendable {
  /// The services, agreements, targets, limits and credit rules; in its records also the risks and
  /// their acceptances, in those of each SLA its assessments.
  public let graph: ServiceGraph
  /// The calendars that targets name, by reference.
  public let calendars: [String: BusinessCalendar]
  /// The day for which all this holds; clocks are compared over the year that begins on it.
  public let day: CivilDay

  /// Makes a comparison as of a day.
  public init(_ graph: ServiceGraph, calendars: [String: BusinessCalendar], on day: CivilDay) {
    self.graph = graph
    self.calendars = calendars
    self.day = day
  }

  /// The chains of all SLAs in force, in order of reference.
  public var chains: [AlignmentChain] {
    graph.agreements.values.filter { $0.kind == .sla && $0.isActive }
      .sorted { $0.reference < $1.reference }.map { chain(of: $0) }
  }

  /// The chain of one SLA, whether it is in force or not.
  public func chain(of sla: AgreementFile) -> AlignmentChain {
    AlignmentChain(
      agreement: sla.id,
      reference: sla.reference,
      title: sla.title,
      customers: sla.members.filter { !$0.isOwn }.map(\.reference).sorted(),
      links: links(of: sla),
      cover: AlignmentCover(
        sla.records[AlignmentAssessment.self],
        graph.records[Risk.self],
        graph.records[RiskAcceptance.self],
        on: day
      )
    )
  }

  private func links(of sla: AgreementFile) -> [AlignmentLink] {
    let services = graph.services.filter { sla.services.contains($0.reference) }
    let targets = targets(of: sla)
    let sources = Self.distinct(services.map(needs))
    var links = unknownServices(of: sla)
    for target in targets where target.metric == .availability {
      links += availabilityLinks(target, services, sla)
    }
    for target in targets where target.metric != .availability {
      let behind = Self.distinct(concerned(by: target, services).map(needs)).sources
      if target.timeLimit != nil { links += behind.map { timeLink(target, $0, sla) } }
      links += behind.compactMap { valueLink(target, $0) }
    }
    links += hoursLinks(targets, sources.sources)
    links += sla.records[WorkloadLimit.self].map { limit in
      let behind = graph.services.filter { $0.id == limit.service }.map(needs)
      return workloadLink(
        limit,
        limit.service == nil ? sources.sources : Self.distinct(behind).sources
      )
    }
    links += sources.sources.flatMap { [termLink(sla, $0), noticeLink(sla, $0)] }
    links += sources.missing.map(Self.missingLink)
    return links + [creditsLink(sla, sources.sources)].compactMap { $0 }
  }

  // MARK: What is compared

  /// The targets of an agreement that hold on the day, in order of reference.
  func targets(of agreement: AgreementFile) -> [ServiceLevelTarget] {
    agreement.records[ServiceLevelTarget.self]
      .filter { covers(day, from: $0.validFrom, through: $0.validThrough) }
  }

  /// The services that a target is about: the one it names, else all.
  func concerned(
    by target: ServiceLevelTarget,
    _ services: [ServiceGraph.Service]
  ) -> [ServiceGraph.Service] {
    let component = graph.records[Component.self].first { $0.id == target.component }
    guard let named = target.service ?? component?.service else { return services }
    return graph.services.filter { $0.id == named }
  }

  /// What a service rests on.
  func needs(of service: ServiceGraph.Service) -> ServiceNeeds {
    ServiceNeeds(of: service, graph, PromisedAvailability(day: day, window: .month))
  }

  /// The agreements behind several services, each once, and what has none.
  private static func distinct(
    _ needs: [ServiceNeeds]
  ) -> (sources: [ServiceNeeds.Source], missing: [String]) {
    var sources: [ServiceNeeds.Source] = []
    for source in needs.flatMap(\.sources) {
      if let index = sources.firstIndex(where: { $0.agreement.id == source.agreement.id }) {
        sources[index].components.formUnion(source.components)
      } else {
        sources.append(source)
      }
    }
    let missing = needs.flatMap(\.missing)
    return (
      sources, missing.indices.filter { !missing[..<$0].contains(missing[$0]) }.map { missing[$0] }
    )
  }

  // MARK: What is missing

  private func unknownServices(of sla: AgreementFile) -> [AlignmentLink] {
    let known = Set(graph.services.map(\.reference))
    let unknown = sla.services.filter { !known.contains($0) }
      .map { "SLA \(sla.reference) names service \($0), which is not known." }
    let none = "SLA \(sla.reference) names no service, so what is behind it is not known."
    return (sla.services.isEmpty ? [none] : unknown).map(Self.missingLink)
  }

  private static func missingLink(_ reason: String) -> AlignmentLink {
    AlignmentLink(
      .term,
      "Agreements behind it",
      promised: nil,
      carried: nil,
      .unknown(reason),
      reason: reason
    )
  }
}

extension AlignmentLink {
  /// A link of which something is not known.
  static func unknown(
    _ aspect: Aspect,
    _ title: String,
    promised: AlignmentValue?,
    _ reason: String,
    isSevere: Bool = false,
    records: [String]
  ) -> Self {
    Self(
      aspect,
      title,
      promised: promised,
      carried: nil,
      .unknown(reason),
      reason: reason,
      isSevere: isSevere,
      records: records
    )
  }
}
