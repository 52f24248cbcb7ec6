/// Which subjects a report shows; nil means no limit.
public struct ReportFilter: Sendable, Hashable {
  /// A kind of agreement or record, by its name in data.
  public var kind: String?
  /// A party, by its reference.
  public var party: String?
  /// An owner within the organisation, by name.
  public var owner: String?
  /// A status, by its name in data.
  public var status: String?
  /// The first day of the window, as days since 1970-01-01.
  public var from: Int32?
  /// The last day of the window, itself within it, as days since 1970-01-01.
  public var through: Int32?

  /// Makes a filter.
  public init(
    kind: String? = nil,
    party: String? = nil,
    owner: String? = nil,
    status: String? = nil,
    from: Int32? = nil,
    through: Int32? = nil
  ) {
    self.kind = kind
    self.party = party
    self.owner = owner
    self.status = status
    self.from = from
    self.through = through
  }
}
