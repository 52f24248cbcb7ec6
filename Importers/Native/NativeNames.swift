import Importing

/// The names of the format as numbers, so that no text is compared while reading.
struct NativeNames {
  private(set) var table = XMLNames()
  /// The facts of an agreement by the number of their element, nil for other names.
  private(set) var agreementFacts: [Field?] = []
  /// The facts of a party by the number of their element, nil for other names.
  private(set) var partyFacts: [Field?] = []

  let register, recordings, schemes, originals, batches, parties, agreements: XMLName
  let party, agreement, voided, revision, identifier, mention: XMLName
  let name, detail: XMLName
  /// Records below an agreement or party that give no drafts.
  let passedOver: [XMLName]
  // Attributes.
  let reference, scheme, own, role, present, position, raw, kind, currency: XMLName
  let effectiveOn, recordedAt, recording: XMLName

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
    party = element("party")
    agreement = element("agreement")
    voided = element("voided")
    revision = element("revision")
    identifier = element("identifier")
    mention = element("mention")
    name = element("name")
    detail = element("detail")
    passedOver = ["version", "contact", "role"].map(element)
    let facts = Self.agreementFields.map { (element("\($0)"), $0) }
    let details = Self.partyFields.map { (element($0 == .parentParty ? "parent" : "\($0)"), $0) }
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
    agreementFacts = Self.byCode(facts)
    partyFacts = Self.byCode(details)
    self.table = table
  }

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
