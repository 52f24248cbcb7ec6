import Importing
import Model

/// The names of the format as numbers, so that no text is compared while reading.
struct NativeNames {
  private(set) var table = XMLNames()
  /// The facts of an agreement by the number of their element, nil for other names.
  private(set) var agreementFacts: [Field?] = []
  /// The facts of a party by the number of their element, nil for other names.
  private(set) var partyFacts: [Field?] = []

  /// The kinds of records by the number of their section, with the element of a record.
  private var kinds: [XMLName: (record: XMLName, type: RecordType)] = [:]

  let register, recordings, schemes, originals, batches, parties, agreements: XMLName
  let settings, calendars, assignments: XMLName
  let party, agreement, voided, revision, identifier, mention: XMLName
  let name, detail: XMLName
  /// What the parties agreed.
  let version: XMLName
  // Attributes.
  let reference, scheme, own, role, present, position, raw, kind, currency: XMLName
  let effectiveOn, recordedAt, recording: XMLName
  /// The number of a version, in itself and in its revisions.
  let number, versionNumber: XMLName

  init() {
    var table = XMLNames()
    func element(_ local: String) -> XMLName { table.add(local, in: NativeDocument.namespace) }
    register = element("register")
    recordings = element("recordings")
    schemes = element("schemes")
    originals = element("originals")
    batches = element("batches")
    parties = element("parties")
    agreements = element("agreements")
    settings = element("settings")
    calendars = element("calendars")
    assignments = element("assignments")
    party = element("party")
    agreement = element("agreement")
    voided = element("voided")
    revision = element("revision")
    identifier = element("identifier")
    mention = element("mention")
    name = element("name")
    detail = element("detail")
    version = element("version")
    let facts = Self.agreementFields.map { (element("\($0)"), $0) }
    let details = Self.partyFields.map { (element($0 == .parentParty ? "parent" : "\($0)"), $0) }
    for type in RecordType.all + RecordType.register {
      kinds[element(type.plural)] = (element(type.name), type)
    }
    reference = table.add("reference")
    scheme = table.add("scheme")
    own = table.add("own")
    role = table.add("role")
    present = table.add("present")
    position = table.add("position")
    raw = table.add("raw")
    kind = table.add("kind")
    currency = table.add("currency")
    effectiveOn = table.add("effectiveOn")
    recordedAt = table.add("recordedAt")
    recording = table.add("recording")
    number = table.add("number")
    versionNumber = table.add("version")
    agreementFacts = Self.byCode(facts)
    partyFacts = Self.byCode(details)
    self.table = table
  }

  /// The element and kind of the records of a section, or nil for another section.
  func kind(of section: XMLName) -> (record: XMLName, type: RecordType)? { kinds[section] }

  /// The fact of an agreement in an element, or nil.
  func agreementFact(_ name: XMLName) -> Field? { Self.fact(name, agreementFacts) }

  /// The fact of a party in an element, or nil.
  func partyFact(_ name: XMLName) -> Field? { Self.fact(name, partyFacts) }

  private static func fact(_ name: XMLName, _ facts: [Field?]) -> Field? {
    Int(name.code) < facts.count ? facts[Int(name.code)] : nil
  }

  private static func byCode(_ facts: [(name: XMLName, field: Field)]) -> [Field?] {
    var result = [Field?](repeating: nil, count: Int(facts.map(\.name.code).max() ?? 0) + 1)
    for (name, field) in facts { result[Int(name.code)] = field }
    return result
  }

  /// Currencies are attributes of their amounts.
  private static let agreementFields = Field.allCases.filter {
    $0.rawValue <= Field.annualValue.rawValue && $0 != .valueCurrency
  }

  private static let partyFields: [Field] = [
    .name, .legalForm, .country, .address, .postalCode, .city, .region, .email, .phone, .website,
    .tier, .parentParty, .note,
  ]
}
