import Importing
import Model

/// What a source says of one version of an agreement, with values as the store keeps them.
struct VersionDraft {
  /// The source's name of the version, or nil.
  var amendment: String?
  var place: Place
  var sourceId: Int64
  /// What this version says of each field; a field not said is missing.
  var said: [Field: StoredValue] = [:]
  var changedOn: CivilDay?
  var title: String?
  var valueChange: Int64?
  /// The parties, in order, without repeats.
  var parties: [PartyInRole] = []

  /// Whether the source names the version or says what it changed.
  var isNamed: Bool {
    amendment != nil || changedOn != nil || title != nil || valueChange != nil
  }

  /// By what the version is found again: the source's name, empty without one.
  ///
  /// In our own format it is the day of a version that has no name.
  func identity(isOwnFormat: Bool) -> String {
    if let amendment { return amendment }
    return isOwnFormat ? Self.identity(of: changedOn?.description) : ""
  }

  /// By what a version without a name is found again in our own format; empty without a day.
  static func identity(of day: String?) -> String { day.map { "\u{0}" + $0 } ?? "" }

  /// Whether that by which a version is found again is no name.
  static func isUnnamed(_ identity: String) -> Bool { identity.first.map { $0 == "\u{0}" } ?? true }

  struct PartyInRole: Hashable {
    var role: String
    var party: Int64
    var isOwn: Bool
  }

  init(_ draft: borrowing Draft, sourceId: Int64) {
    amendment = draft.amendment.map(draft.string)
    place = draft.place
    self.sourceId = sourceId
    var rest = draft.said.intersection(AgreementFacts.set).rawValue
    while rest != 0 {
      let number = rest.trailingZeroBitCount
      rest &= rest - 1
      guard let field = Field(rawValue: UInt8(number)) else { continue }
      said[field] = Self.value(draft, field)
    }
    changedOn = draft.number(.changedOn).map { CivilDay(number: Int32(truncatingIfNeeded: $0)) }
    title = draft.text(.changeTitle)
    valueChange = draft.number(.valueChange)
  }

  static func value(_ draft: borrowing Draft, _ field: Field) -> StoredValue {
    guard draft.given.contains(field) else { return .null }
    guard field.isNumber else { return StoredValue(draft.text(field)) }
    guard field.isDay else { return StoredValue(draft.number(field)) }
    return StoredValue(
      draft.number(field).map { CivilDay(number: Int32(truncatingIfNeeded: $0)).description }
    )
  }

  /// Adds another row of the same version: what it gives wins, parties are joined.
  ///
  /// - Returns: Whether the two rows change the value differently.
  mutating func join(_ other: VersionDraft) -> Bool {
    for (field, value) in other.said where value != .null || said[field] == nil {
      said[field] = value
    }
    changedOn = other.changedOn ?? changedOn
    title = other.title ?? title
    let differs = valueChange != nil && other.valueChange != nil && valueChange != other.valueChange
    valueChange = valueChange ?? other.valueChange
    for party in other.parties where !parties.contains(party) { parties.append(party) }
    return differs
  }

  /// The day on which an agreement first known by this draft takes effect.
  static func firstEffect(of draft: borrowing Draft, importDay: CivilDay) -> CivilDay {
    let number = draft.number(.signedOn) ?? draft.number(.startsOn)
    let day = number.map { CivilDay(number: Int32(truncatingIfNeeded: $0)) }
    return min(day ?? importDay, importDay)
  }

  /// The day on which an agreement first known by this version takes effect: when it was
  /// signed, else when it starts, but not after the import.
  func firstEffect(importDay: CivilDay) -> CivilDay {
    let day = date(.signedOn) ?? date(.startsOn) ?? importDay
    return min(day, importDay)
  }

  private func date(_ field: Field) -> CivilDay? {
    guard case .text(let text)? = said[field] else { return nil }
    return CivilDay(text)
  }
}
