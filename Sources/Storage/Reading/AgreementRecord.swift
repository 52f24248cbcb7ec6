public import Model

/// An agreement as it is on the day, with what follows from its terms.
///
/// A class, because copying thirty texts at each hand-over made a sixth of the cost of a report.
public final class AgreementRecord {
  /// The store's own number.
  public var id: Int64 = 0
  /// Our reference.
  public var reference = ""
  /// The number of the version in force, 1 for the agreement as first known.
  public var version: Int64 = 1
  /// The texts: nil for what nobody said.
  public var title, description, kind, structure, parentReference: String?
  /// The source's own word for the state, and our reading of it.
  public var sourceStatus, category, department, owner, ownerEmail, tier: String?
  /// More texts.
  public var governingLaw, url, note, endReason, noticeForm, calendar: String?
  /// Periods as text, such as `3m`.
  public var noticePeriod, noticePeriodTheirs, initialTerm, renewalTerm: String?
  /// The interval of reviews as text.
  public var reviewInterval: String?
  /// The next review that somebody planned.
  public var nextReviewOn: CivilDay?
  /// Who gave notice: `us` or `them`.
  public var noticeGivenBy: String?
  /// The facts from which dates follow.
  public var terms = AgreementTerms()
  /// Total value in minor units, with its currency.
  public var value: (minor: Int64, currency: String)?
  /// Yearly value in minor units, with its currency.
  public var annualValue: (minor: Int64, currency: String)?
  /// Where what holds was read from.
  public var source: RecordSource?
  /// The day from which what holds took effect.
  public var effectiveOn = ""

  /// Makes an empty record.
  public init() {}

  /// What follows from the terms on a day; nil stands for the reader's.
  public func standing(_ reader: Reader, on day: CivilDay? = nil) throws -> AgreementStanding {
    let calendar = try reader.calendar(calendar)
    return terms.standing(on: day ?? reader.asOf.day, calendar: calendar, defaults: .standard)
  }

  /// The day by which the next review is due: the planned one, else the interval after the
  /// start; nil without either.
  public var nextReviewDue: CivilDay? {
    if let nextReviewOn { return nextReviewOn }
    let interval = reviewInterval.flatMap { Period($0) } ?? DateDefaults.standard.reviewInterval
    guard let startsOn = terms.startsOn else { return nil }
    return ReviewSchedule(anchor: startsOn, interval: interval)?.due(afterReviewsHeldOn: [])
  }
}

/// The place that a fact was read from.
public struct RecordSource: Sendable, Equatable {
  /// The path of the file as it was given.
  public var file: String
  /// The physical line, 1-based.
  public var line: Int64?
  /// The record's number, 1-based.
  public var record: Int64?
  /// The profile or format that read it.
  public var profile: String
  /// SHA-256 of the file, hexadecimal.
  public var sha256: String
}
