import GRDB
import Importing
import TestSupport

@testable import Storage

/// Makes stores with rows of every kind, decided by a seed.
struct NativeSample {
  private var random: SplitMix64
  private(set) var people: [Int64] = []
  private var services: [String] = []
  private(set) var serviceIds: [Int64] = []
  private(set) var parties: [Int64] = []
  private(set) var agreements: [Int64] = []
  private var versioned: [Int64] = []
  private var agreementReferences: [Int64: String] = [:]
  var records: [String: [Int64]] = [:]
  private var revisionCounts: [String: Int64] = [:]
  private var sources: [Int64] = []
  private var schemes: [Int64] = []
  private var references = 0

  private init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// A store that was written several times, twice within one second.
  static func store(seed: UInt64, writes: Int = 5) throws -> Store {
    let store = try Store.inMemory()
    var sample = NativeSample(seed: seed)
    let moments = [
      "2026-01-05T08:00:00Z", "2026-01-05T08:00:00Z", "2026-02-01T10:30:00Z",
      "2026-02-01T10:30:00.250Z", "2026-03-09T23:59:59Z",
    ]
    for number in 0..<writes {
      let request = WriteRequest(
        actor: "anna",
        command: "sample",
        recordedAt: moments[number % moments.count],
        salt: Array(repeating: UInt8(number), count: 16)
      )
      try store.write(
        request,
        payload: { _ in "{}" },
        body: { session in
          try sample.fill(session, isFirst: number == 0)
        }
      )
    }
    return store
  }

  // MARK: Values

  mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private static let pieces = [
    "Wartung", " ", "&", "<b>", "]]>", "\"", "'", "\t", "\n", "\r\n", "_", "_x0041_", "_x005F_",
    "_x", "\u{1}", "\u{0}", "\u{7F}", "ä", "日本", "😀", "\u{FFFE}", "\u{FFFF}", "e\u{301}", "-1",
    "A&amp;B", "\u{85}", "\u{2028}", "\u{D7FF}",
  ]

  mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...4, using: &random) { text += pick(Self.pieces) }
    return text
  }

  private mutating func optional(_ value: StoredValue) -> StoredValue {
    chance(50) ? value : .null
  }

  private mutating func words() -> StoredValue { optional(.text(text())) }

  mutating func day() -> StoredValue {
    .text(pick(["0001-01-01", "2024-02-29", "2026-01-01", "2026-12-31", "9999-12-31"]))
  }

  mutating func reference() -> String {
    references += 1
    return text() + "\(references)"
  }

  mutating func id(_ ids: [Int64]) -> StoredValue {
    ids.isEmpty ? .null : .integer(pick(ids))
  }

  mutating func place() -> [StoredValue] {
    guard chance(60), !sources.isEmpty else { return [.null, .null, .null] }
    return [
      id(sources), .integer(Int64.random(in: 1...90_000, using: &random)), optional(.integer(7)),
    ]
  }

  private mutating func revision(_ table: String, _ owner: Int64) -> StoredValue {
    revisionCounts["\(table) \(owner)", default: 0] += 1
    return .integer(owner << 20 + (revisionCounts["\(table) \(owner)"] ?? 1))
  }

  // MARK: Rows

  private mutating func fill(_ session: WriteSession, isFirst: Bool) throws {
    try fillSources(session)
    try fillOrganization(session)
    for _ in 0..<2 { try addParty(session) }
    for _ in 0..<3 { try addAgreement(session) }
    try changeAgreements(session)
    try addAssignment(session)
    try addRecords(session)
    try void(session)
  }

  private mutating func fillSources(_ session: WriteSession) throws {
    for name in ["GB-COH", "liaison", text()] where chance(70) || schemes.isEmpty {
      let id = try session.scheme(name)
      if !schemes.contains(id) { schemes.append(id) }
    }
    let batch = try session.nextId("batch")
    for number in 0..<Int64.random(in: 1...2, using: &random) {
      let original = try session.nextId("original")
      let sha256 = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
      try session.insert("original", [.integer(original), .blob(sha256), .integer(12 + number)])
      let source = try session.nextId("batchSource")
      try session.insert(
        "batchSource",
        [.integer(source), .integer(batch), .text(text()), .integer(original)]
      )
      sources.append(source)
    }
    try session.insert(
      "batch",
      [
        .integer(batch), .text(text()), optional(.blob(Array(repeating: 9, count: 32))),
        id(schemes), day(), .text("{\"agreements\":{\"new\":1}}"),
      ]
    )
    if chance(30) { try session.insert("batchUndo", [.integer(batch)]) }
  }

  private mutating func fillOrganization(_ session: WriteSession) throws {
    try session.insert(
      "setting",
      [
        .integer(session.nextId("setting")), .text(reference()), .text(chance(20) ? "" : text()),
        day(),
      ]
    )
    try session.insert(
      "calendar",
      [
        .integer(session.nextId("calendar")), .text("office"), .text("Europe/Berlin"), words(),
        .text("mon 09:00-17:00"), optional(day()), optional(day()), day(),
      ]
    )
    try session.insert(
      "calendarException",
      [
        .integer(session.nextId("calendarException")), .text("office"), day(), words(), words(),
        day(),
      ]
    )
    let person = try session.nextId("person")
    try session.insert("person", [.integer(person), .text(reference())])
    people.append(person)
    for _ in 0..<2 {
      try session.insert(
        "personRevision",
        [
          revision("person", person), .integer(person), .text(text()), words(), words(), id(people),
          day(),
        ]
      )
    }
    try session.insert(
      "absence",
      [
        .integer(session.nextId("absence")), .integer(person), .text("2026-01-01"),
        .text("2026-01-09"), optional(id(people)), day(),
      ]
    )
    let service = try session.nextId("service")
    let name = reference()
    services.append(name)
    serviceIds.append(service)
    try session.insert("service", [.integer(service), .text(name)])
    try session.insert(
      "serviceRevision",
      [revision("service", service), .integer(service), .text(text()), words(), day()]
    )
  }

  private mutating func addParty(_ session: WriteSession) throws {
    let party = try session.nextId("party")
    try session.insert(
      "party",
      [.integer(party), .text(reference()), .integer(chance(20) ? 1 : 0)]
    )
    parties.append(party)
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let values = (0..<9).map { _ in words() }
      try session.insert(
        "partyRevision",
        [revision("party", party), .integer(party), .text(text())] + values
          + [
            optional(.text("strategic")), optional(id(parties)), words(),
            optional(.text("name,city")),
          ]
          + place() + [day()]
      )
    }
    try session.insert(
      "partyRole",
      [
        .integer(session.nextId("partyRole")), .integer(party), .text("subSupplier"),
        optional(day()), optional(day()),
      ] + place() + [day()]
    )
    for scheme in schemes {
      try session.insert(
        "partyIdentifier",
        [.integer(scheme), .text(text()), .integer(party), words()] + place()
      )
      try session.insert("partyName", [.integer(scheme), .text(text()), .integer(party)])
    }
    try session.insert(
      "contact",
      [
        .integer(session.nextId("contact")), .integer(party), .text(text()), words(), words(),
        words(), optional(day()), optional(day()),
      ] + place() + [day()]
    )
  }

  private mutating func addAgreement(_ session: WriteSession) throws {
    let agreement = try session.nextId("agreement")
    let reference = reference()
    agreementReferences[agreement] = reference
    try session.insert(
      "agreement",
      [.integer(agreement), .text(reference), optional(id(schemes))]
    )
    agreements.append(agreement)
    try addRevision(session, agreement)
    for scheme in schemes where chance(50) {
      try session.insert(
        "agreementIdentifier",
        [.integer(scheme), .text(text()), .integer(agreement), .integer(chance(50) ? 1 : 0)]
          + place()
      )
    }
    versioned.append(agreement)
    for number in 1...Int64.random(in: 1...3, using: &random) {
      let currency = optional(.text("JPY"))
      try session.insert(
        "agreementVersion",
        [
          .integer(agreement), .integer(number), optional(day()), words(), words(),
          currency == .null ? .null : optional(.integer(-1200)), currency,
        ] + place() + [day()]
      )
    }
  }

  private mutating func addRevision(_ session: WriteSession, _ agreement: Int64) throws {
    var values = AgreementFacts.fields.map { _ in StoredValue.null }
    for (index, field) in AgreementFacts.fields.enumerated() { values[index] = fact(field) }
    func index(_ field: Field) -> Int { Int(field.rawValue) }
    if values[index(.value)] != .null {
      values[index(.valueCurrency)] = .text(pick(["EUR", "KWD", "XAU"]))
    }
    if values[index(.annualValue)] != .null { values[index(.annualValueCurrency)] = .text("JPY") }
    let scheme = schemes.first ?? 0
    let digest =
      [0, 0, UInt8(scheme >> 8), UInt8(scheme & 255)] + Array(repeating: UInt8(7), count: 16)
    try session.insert(
      "agreementRevision",
      [revision("agreement", agreement), .integer(agreement), .integer(1)] + values
        + [optional(.text("title,endsOn"))] + place()
        + [optional(.blob(chance(80) ? digest : [1, 2, 3])), day()]
    )
  }

  private mutating func fact(_ field: Field) -> StoredValue {
    if field == .kind { return .text(pick(["contract", "sla", "ola", "customerSupply"])) }
    if field == .annualValueCurrency || field == .valueCurrency { return optional(.text("EUR")) }
    if let values = Self.lists[field] { return optional(.text(pick(values))) }
    if field.isDay { return optional(day()) }
    if field == .openEnded { return optional(.integer(chance(50) ? 1 : 0)) }
    if field == .maxRenewals { return optional(.integer(3)) }
    if field.isNumber {
      return optional(.integer(pick([0, 5, -5, 123_456, Int64.max, Int64.min])))
    }
    return words()
  }

  private static let lists: [Field: [String]] = [
    .structure: ["standalone", "overarching", "subsequent"],
    .declaredStatus: ["draft", "active", "ended", "cancelled"],
    .tier: ["strategic", "tactical"], .renewal: ["none", "automatic", "option"],
    .noticeBase: ["lastDay", "renewalDay"], .noticeTo: ["termEnd", "anyTime"],
    .noticeRule: ["receipt", "dispatch"], .noticeConvention: ["clampedSubtract", "wholePeriod"],
    .noticeAdjustment: ["preceding", "none"], .noticeGivenBy: ["us", "them"],
    .initialTerm: ["1y", "0d"], .renewalTerm: ["6w"], .noticePeriod: ["3m", "5bd"],
    .noticePeriodTheirs: ["2q"], .noticeDelivery: ["5bd"], .reviewInterval: ["12345d"],
  ]

  /// Adds what earlier writes' agreements get in the course of time.
  private mutating func changeAgreements(_ session: WriteSession) throws {
    for agreement in agreements where chance(60) {
      if chance(50) { try addRevision(session, agreement) }
      for role in ["buyer", "supplier", "signatory"] where chance(60) {
        try session.insert(
          "agreementParty",
          [
            revision("party of", agreement), .integer(agreement), .text(role), id(parties),
            .integer(chance(80) ? 1 : 0),
            .integer(Int64.random(in: 0...3, using: &random)),
          ] + place() + [day()]
        )
      }
      try addMentions(session, agreement)
      if chance(40) {
        try session.insert(
          "sourcePresence",
          [id(schemes), .integer(agreement), .integer(chance(50) ? 1 : 0), optional(.text("flag"))]
        )
        let batch = try session.nextId("batch") - 1
        try session.insert(
          "importConflict",
          [
            .integer(session.nextId("importConflict")), .integer(batch), .integer(agreement),
            .text("title"), words(), words(),
          ]
        )
      }
    }
  }

  private mutating func addMentions(_ session: WriteSession, _ agreement: Int64) throws {
    let original = try session.nextId("original") - 1
    let mentions: [(kind: String, detail: StoredValue)] = [
      ("service", words()), ("contentItem", .text("missing")), ("document", words()),
    ]
    for (kind, detail) in mentions where chance(60) {
      try session.insert(
        "agreementMention",
        [
          .integer(agreement), .text(kind), .text(kind == "service" ? pick(services) : text()),
          .integer(chance(80) ? 1 : 0), detail, words(), words(), optional(day()),
          optional(.integer(original)),
        ] + place() + [day()]
      )
    }
  }

  private mutating func addAssignment(_ session: WriteSession) throws {
    try session.insert(
      "assignment",
      [
        .integer(session.nextId("assignment")), .text("contractManager"), id(people),
        optional(id(people)), optional(id(parties)), optional(id(agreements)), .text("2026-01-01"),
        optional(.text("2026-06-30")), day(),
      ]
    )
  }

  /// Voids an agreement and enters another of its reference, and voids some other rows.
  private mutating func void(_ session: WriteSession) throws {
    if chance(60), agreements.count > 2 {
      let agreement = agreements.removeFirst()
      try session.insert("voiding", [.text("agreement"), .integer(agreement), .text(text())])
      try session.database.execute(
        sql: "UPDATE agreement SET isVoided = 1 WHERE id = ?",
        arguments: [agreement]
      )
      let again = try session.nextId("agreement")
      let reference = agreementReferences[agreement] ?? ""
      try session.insert("agreement", [.integer(again), .text(reference), id(schemes)])
      agreementReferences[again] = reference
      agreements.append(again)
      try session.insert(
        "assignment",
        [
          .integer(session.nextId("assignment")), .text("serviceManager"), id(people), .null,
          .null, .integer(agreement), .text("2026-01-01"), .null, day(),
        ]
      )
    }
    if chance(50), let agreement = versioned.last {
      try session.insert(
        "voiding",
        [.text("agreementVersion"), .integer(agreement << 20 + 1), .text(text())]
      )
    }
    for table in [
      "setting", "calendar", "absence", "contact", "partyRole", "assignment", "agreementRevision",
      "agreementParty",
    ]
    where chance(30) {
      let last = try Int64.fetchOne(session.database, sql: "SELECT max(id) FROM \(table)") ?? 1
      try session.insert("voiding", [.text(table), .integer(last), .text(text())])
    }
  }
}
