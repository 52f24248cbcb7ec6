/// What one customer was promised, and whether the agreements behind it carry that.
public struct AlignmentChain: Hashable, Sendable {
  /// The number of the customer's agreement in the store.
  public let agreement: Int64
  /// The reference of the customer's agreement.
  public let reference: String
  /// What it is called, or nil.
  public let title: String?
  /// The references of the customers, in order.
  public let customers: [String]
  /// The links: availability, other targets, hours, workload, terms, notice, credits.
  public let links: [AlignmentLink]
  /// Whether somebody accepted the gaps.
  public let cover: AlignmentCover

  /// A gap if any link has one, else unknown if any link is or nothing was promised.
  public var verdict: AlignmentVerdict {
    .all(links.map(\.verdict), orElse: "Agreement \(reference) has no target on record.")
  }

  /// The links that do not carry.
  public var gaps: [AlignmentLink] { links.filter { $0.verdict.word == "gap" } }
}

/// One promise to a customer and what carries it.
public struct AlignmentLink: Hashable, Sendable {
  /// What is compared.
  ///
  /// The raw values are for data.
  public enum Aspect: String, Sendable, CaseIterable {
    /// The share of the agreed time in which a service works.
    case availability
    /// How long an answer or a solution takes at most.
    case time
    /// Any other number that was promised.
    case target
    /// When somebody is there.
    case hours
    /// How much can be asked for.
    case workload
    /// How long an agreement runs.
    case term
    /// How long before it an end is announced.
    case notice
    /// What a miss costs.
    case credits
  }

  /// What is compared.
  public let aspect: Aspect
  /// What it is about, such as the title of the target.
  public let title: String
  /// What was promised; nil where that is not known.
  public let promised: AlignmentValue?
  /// What is carried; nil where that is not known.
  public let carried: AlignmentValue?
  /// Whether the one carries the other.
  public let verdict: AlignmentVerdict
  /// How that was found, in sentences.
  public let reason: String
  /// Whether a miss stops the customer: an availability, or a target of the first priority.
  public let isSevere: Bool
  /// The references of the records that it rests on, in order, each once.
  public let records: [String]
  /// What the promise rests on, from the top down.
  public let parts: [AlignmentPart]

  /// Makes a link.
  init(
    _ aspect: Aspect,
    _ title: String,
    promised: AlignmentValue?,
    carried: AlignmentValue?,
    _ verdict: AlignmentVerdict,
    reason: String,
    isSevere: Bool = false,
    records: [String] = [],
    parts: [AlignmentPart] = []
  ) {
    self.aspect = aspect
    self.title = title
    self.promised = promised
    self.carried = carried
    self.verdict = verdict
    self.reason = reason
    self.isSevere = isSevere
    self.records = records.enumerated().filter { records[..<$0].contains($1) == false }.map(\.1)
    self.parts = parts
  }
}

/// Something that a promise rests on.
public struct AlignmentPart: Hashable, Sendable {
  /// How deep it lies below the promise, from 1.
  public let depth: Int
  /// What it is called.
  public let name: String
  /// What it gives; nil if that is not known.
  public let value: AlignmentValue?
  /// Whether the promise breaks here: what it gives is less than what is needed at this place.
  public let isBreak: Bool
  /// Who promises it, or why nothing is known.
  public let reason: String
}
