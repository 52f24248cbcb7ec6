/// What a service rests on: its parts as one element, and the agreements behind it.
struct ServiceNeeds {
  /// An agreement behind a service.
  struct Source {
    /// The agreement.
    let agreement: AgreementFile
    /// The service that needs it.
    let service: Int64
    /// The components delivered under it.
    var components: Set<Int64>
    /// The agreements on the way down to it, from the top, without itself.
    let path: [AgreementFile]
    /// The names of the parties that supply under it.
    let supplier: String
  }

  /// The parts of the service.
  let element: AvailabilityElement
  /// The agreements, in the order in which they are met, each once.
  let sources: [Source]
  /// What is needed from somebody without an agreement, as sentences.
  let missing: [String]

  /// Looks at a service, or at one component of it only.
  init(
    of service: ServiceGraph.Service,
    component: Int64? = nil,
    _ graph: ServiceGraph,
    _ promises: PromisedAvailability
  ) {
    var walk = NeedWalk(graph: graph, promises: promises)
    element = walk.element(of: service, only: component, path: [], above: [])
    sources = walk.sources
    missing = walk.missing
  }
}

extension AgreementFile {
  /// The numbers of the parties outside that supply under it, in order.
  var suppliers: [Int64] {
    let outside = members.filter { !$0.isOwn }
    let named = outside.filter { $0.role == "supplier" }
    return (named.isEmpty ? outside : named).map(\.party)
  }
}
