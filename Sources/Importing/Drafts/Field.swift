/// The fields that a draft can fill, over all record kinds.
///
/// A field holds either text (UTF-8 bytes) or a number; ``isNumber`` says which. Days are
/// numbers: days since 1970-01-01, a civil date without a zone. Money is a number of minor
/// units of the currency in the field named beside it. Durations are text with a unit: `30d`,
/// `5bd`, `6w`, `3m`, `2q`, `1y`. Flags are the numbers 0 and 1. Closed lists are text, the
/// raw value of the `Model` enumeration of the same name.
public enum Field: UInt8, Sendable, CaseIterable {
  // Agreement: what it is.
  case title, description
  /// `contract`, `sla`, `ola`, `customerSupply`.
  case kind
  /// `standalone`, `overarching`, `subsequent`.
  case structure
  /// The source's key of the agreement above this one.
  case parentReference
  /// What the source says of the state: `draft`, `active`, `ended`, `cancelled`; nil derives it.
  case declaredStatus
  /// The source's own word for the state, kept as read.
  case sourceStatus
  case category, department
  /// The name of our person in charge, and the address.
  case owner, ownerEmail
  case tier, governingLaw, url, note

  // Agreement: term.
  case signedOn, startsOn, endsOn
  /// Flag: there is no agreed end.
  case openEnded
  case latestPossibleEnd, endedOn
  /// `expired`, `terminated`, `breach`, `impediments`, `dataSecurity`, `authorityRequest`,
  /// `other`.
  case endReason
  /// Duration from `startsOn`; gives `endsOn` where that is not said.
  case initialTerm
  /// `none`, `automatic`, `option`.
  case renewal
  case renewalTerm
  /// Number of renewals allowed; not said means without limit.
  case maxRenewals

  // Agreement: notice.
  case noticePeriod, noticePeriodTheirs
  case noticeBase, noticeTo, noticeRule, noticeConvention, noticeAdjustment, noticeForm
  /// Duration that a letter takes, such as `5bd`.
  case noticeDelivery
  /// The day on which notice was given, and by whom (`us`, `them`).
  case noticeGivenOn, noticeGivenBy
  /// The reference of a business calendar.
  case calendar

  // Agreement: reviews.
  case reviewInterval, nextReviewOn

  // Agreement: values.
  case value, valueCurrency, annualValue, annualValueCurrency

  // Amendment: what this version changed.
  case changedOn, changeTitle
  /// Money of `valueCurrency` by which the version changes the value.
  case valueChange

  // Party, contact, person.
  case name, legalForm, country, address, postalCode, city, region
  case email, phone, website
  /// The reference of the party above or belonged to.
  case parentParty
  /// A person's function at the party.
  case function
  /// The reference of the person's lead.
  case lead
  case role, validFrom, validThrough
  /// The references that an assignment, a contact or a coverage joins.
  case partyReference, agreementReference, personReference, deputyReference, serviceReference

  /// Whether the field is a number (a day, minor units, a flag or a count) rather than text.
  public var isNumber: Bool { Self.numbers.contains(self) }

  /// Whether the field is a day: days since 1970-01-01.
  public var isDay: Bool { Self.days.contains(self) }

  private static let days: FieldSet = [
    .signedOn, .startsOn, .endsOn, .latestPossibleEnd, .endedOn, .noticeGivenOn, .nextReviewOn,
    .changedOn, .validFrom, .validThrough,
  ]

  private static let numbers: FieldSet = days.union([
    .openEnded, .maxRenewals, .value, .annualValue, .valueChange,
  ])
}

/// A set of fields, one bit each.
public struct FieldSet: OptionSet, Sendable, Hashable {
  /// Bit n stands for the field with raw value n.
  public var rawValue: UInt128

  /// Makes a set from its bits.
  public init(rawValue: UInt128) { self.rawValue = rawValue }

  /// Makes a set of one field.
  public init(_ field: Field) { rawValue = 1 << UInt128(field.rawValue) }

  /// Makes a set of the fields listed.
  public init(arrayLiteral fields: Field...) {
    self.init(rawValue: fields.reduce(0) { $0 | 1 << UInt128($1.rawValue) })
  }

  /// Whether the field is in the set.
  @inline(__always)
  public func contains(_ field: Field) -> Bool { rawValue & (1 << UInt128(field.rawValue)) != 0 }

  /// Puts the field in.
  @inline(__always)
  public mutating func insert(_ field: Field) { rawValue |= 1 << UInt128(field.rawValue) }

  /// Takes the field out.
  @inline(__always)
  public mutating func remove(_ field: Field) { rawValue &= ~(1 << UInt128(field.rawValue)) }
}
