/// The services with their parts and with what they depend on, whole, as of a day.
public struct ServiceGraph: Sendable {
  /// A service of ours.
  public struct Service: Sendable, Hashable {
    /// The number in the store.
    public var id: Int64
    /// Our reference and the name.
    public var reference, name: String
    /// The first and the last day on which it is offered; nil without bound.
    public var liveFrom, liveThrough: CivilDay?

    /// Makes a service that is offered without bounds.
    public init(id: Int64, reference: String, name: String) {
      self.id = id
      self.reference = reference
      self.name = name
    }

    /// Whether it is offered on the day.
    public func isLive(on day: CivilDay) -> Bool {
      covers(day, from: liveFrom, through: liveThrough)
    }
  }

  /// A party that a service, component or dependency names.
  public struct Party: Sendable, Hashable {
    /// The number in the store.
    public var id: Int64
    /// Our reference and the name.
    public var reference, name: String
    /// The roles that it plays on the day, in order.
    public var roles: [String]

    /// Makes a party.
    public init(id: Int64, reference: String, name: String, roles: [String]) {
      self.id = id
      self.reference = reference
      self.name = name
      self.roles = roles
    }
  }

  /// The services, in order of reference.
  public var services: [Service] = []
  /// The parties that records of the graph name, by number.
  public var parties: [Int64: Party] = [:]
  /// The agreements that cover a service or that records of the graph name, by number.
  public var agreements: [Int64: AgreementFile] = [:]
  /// The records: components, groups, dependencies, supplies, acceptances, user groups.
  public var records = RecordShelf()

  /// Makes an empty graph.
  public init() {}

  /// The agreements that cover the service, in order of reference.
  public func agreements(covering service: Service) -> [AgreementFile] {
    agreements.values.filter { $0.services.contains(service.reference) }
      .sorted { $0.reference < $1.reference }
  }
}
