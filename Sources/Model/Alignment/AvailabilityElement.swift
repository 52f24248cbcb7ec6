/// A part that a service rests on, or a group of such parts.
public indirect enum AvailabilityElement: Hashable, Sendable {
  /// A single part.
  case part(AvailabilityPart)
  /// Several parts of which all, any or some must work.
  case group(AvailabilityGroup)

  /// What it is called.
  public var name: String {
    switch self {
    case .part(let part): part.name
    case .group(let group): group.name
    }
  }

  /// The single parts in it, in order.
  public var parts: [AvailabilityPart] {
    switch self {
    case .part(let part): [part]
    case .group(let group): group.members.flatMap(\.parts)
    }
  }

  /// What may make it fail together with others: suppliers, sites and networks.
  public var causes: Set<String> {
    switch self {
    case .part(let part): part.causes
    case .group(let group): group.members.reduce(into: []) { $0.formUnion($1.causes) }
    }
  }
}

/// A single part that a service rests on.
public struct AvailabilityPart: Hashable, Sendable {
  /// What it is called.
  public let name: String
  /// The availability promised for it; nil if none is known.
  public let promised: Percentage?
  /// Who promises that, or why nothing is known, as a sentence without subject.
  public let reason: String
  /// What may make it fail together with others, such as `supplier P-1` or `site Berlin`.
  public let causes: Set<String>
  /// The references of the records that say so, in order.
  public let records: [String]

  /// Makes a part.
  public init(
    _ name: String,
    promised: Percentage?,
    reason: String = "",
    causes: Set<String> = [],
    records: [String] = []
  ) {
    self.name = name
    self.promised = promised
    self.reason = reason
    self.causes = causes
    self.records = records
  }
}

/// Parts of which all, any or some must work.
public struct AvailabilityGroup: Hashable, Sendable {
  /// How many of the members must work.
  public enum Need: Hashable, Sendable {
    /// All of them, in series.
    case all
    /// At least so many, 1 or more.
    case atLeast(Int)
  }

  /// What it is called.
  public let name: String
  /// How many of the members must work.
  public let need: Need
  /// The members, in order.
  public let members: [AvailabilityElement]
  /// The references of the records that say so, in order.
  public let records: [String]

  /// Makes a group.
  public init(
    _ name: String,
    _ need: Need,
    _ members: [AvailabilityElement],
    records: [String] = []
  ) {
    self.name = name
    self.need = need
    self.members = members
    self.records = records
  }

  /// How many members must work.
  public var count: Int {
    switch need {
    case .all: members.count
    case .atLeast(let count): count
    }
  }

  /// How many must work, in English words, such as `2 of 3 parts`.
  public var words: String {
    switch need {
    case .all: "all of \(members.count) parts"
    case .atLeast(1): "any of \(members.count) parts"
    case .atLeast(let count): "\(count) of \(members.count) parts"
    }
  }
}
