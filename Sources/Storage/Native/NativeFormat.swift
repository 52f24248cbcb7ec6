import Importing
import Model

/// The native format: every table that the journal covers, as `Schemas/xml/liaison-1.xsd` has it.
///
/// Records are in order of their references and then of their recording, never of row ids, so
/// that equal stores give equal documents.
enum NativeFormat {
  static let namespace = NativeDocument.namespace

  /// The parts of the document after `recordings`, in order.
  static let sections =
    [
      NativeSection(element: "schemes", forms: [scheme]),
      NativeSection(element: "originals", forms: [original]),
      NativeSection(element: "batches", forms: [batch]),
      NativeSection(element: "settings", forms: [setting]),
      NativeSection(element: "calendars", forms: [calendar, calendarException]),
      NativeSection(element: "people", forms: [person]),
      NativeSection(element: "services", forms: [service]),
      NativeSection(element: "parties", forms: [party]),
      NativeSection(element: "agreements", forms: [agreement]),
      NativeSection(element: "assignments", forms: [assignment]),
    ] + RecordType.all.map { NativeSection(element: $0.plural, forms: [form(of: $0)]) }

  /// All forms.
  static var forms: [NativeForm] { sections.flatMap(\.forms).flatMap(\.all) }

  /// The attribute with the number of a voided agreement, beside the attribute that refers to it.
  static func voidedAttribute(_ name: String) -> String {
    "voided" + name.prefix(1).uppercased() + name.dropFirst()
  }

  private static let recorded = "t.recordingId, t.sequence"
  private static let provenance: [NativeColumn] = [
    .attribute("source", .source, column: "sourceId"), .attribute("line", .integer),
    .attribute("record", .integer),
  ]
  private static let effectiveOn = NativeColumn.attribute("effectiveOn")
  private static let validity: [NativeColumn] = [
    .attribute("validFrom"), .attribute("validThrough"),
  ]

  // MARK: Where facts come from

  private static let scheme = NativeForm(
    "scheme",
    table: "scheme",
    .counted,
    order: "t.name",
    columns: [.attribute("name")]
  )

  private static let original = NativeForm(
    "original",
    table: "original",
    .counted,
    order: "t.sha256",
    columns: [.attribute("sha256", .hexadecimal), .attribute("byteCount", .integer)]
  )

  private static let batch = NativeForm(
    "batch",
    table: "batch",
    .counted,
    order: recorded,
    columns: [
      .attribute("number", .batch, column: "id"), .attribute("profile"),
      .attribute("profileDigest", .hexadecimal),
      .attribute("scheme", .scheme, column: "schemeId"), effectiveOn, .element("summary"),
    ],
    children: [
      NativeForm(
        "undone",
        table: "batchUndo",
        .owner,
        owner: "batchId",
        order: recorded,
        columns: []
      ),
      NativeForm(
        "source",
        table: "batchSource",
        .counted,
        owner: "batchId",
        order: "(SELECT number FROM temp.nativeSource x WHERE x.id = t.id)",
        columns: [
          .attribute("number", .source, column: "id"), .attribute("path"),
          .attribute("original", .original, column: "originalId"),
        ],
        isIndexed: false
      ),
    ],
    isProvenance: true
  )

  // MARK: The organisation

  private static let setting = NativeForm(
    "setting",
    table: "setting",
    .counted,
    order: "t.key, t.effectiveOn, \(recorded)",
    columns: [.attribute("key"), effectiveOn] + provenance + [.element("value")]
  )

  private static let calendar = NativeForm(
    "calendar",
    table: "calendar",
    .counted,
    order: "t.reference, \(recorded)",
    columns: [
      .attribute("reference"), effectiveOn,
    ] + provenance
      + ["zone", "country", "windows", "validFrom", "validThrough"].map { .element($0) }
  )

  private static let calendarException = NativeForm(
    "exception",
    table: "calendarException",
    .counted,
    order: "t.calendarReference, t.day, \(recorded)",
    columns: [
      .attribute("calendar", column: "calendarReference"), .attribute("day"), effectiveOn,
    ] + provenance + [.element("windows"), .element("name")]
  )

  private static let person = NativeForm(
    "person",
    table: "person",
    .counted,
    order: "t.reference",
    columns: [.attribute("reference")],
    children: [
      NativeForm(
        "revision",
        table: "personRevision",
        .belowOwner,
        owner: "personId",
        order: "t.id",
        columns: [effectiveOn] + provenance + [
          .element("name"), .element("email"), .element("phone"),
          .element("lead", .reference("person"), column: "leadId"),
        ]
      ),
      NativeForm(
        "absence",
        table: "absence",
        .counted,
        owner: "personId",
        order: "t.startsOn, t.endsOn, \(recorded)",
        columns: [
          .attribute("startsOn"), .attribute("endsOn"),
          .attribute("deputy", .reference("person"), column: "deputyId"), effectiveOn,
        ] + provenance
      ),
    ]
  )

  private static let service = NativeForm(
    "service",
    table: "service",
    .counted,
    order: "t.reference",
    columns: [.attribute("reference")],
    children: [
      NativeForm(
        "revision",
        table: "serviceRevision",
        .belowOwner,
        owner: "serviceId",
        order: "t.id",
        columns: [effectiveOn] + provenance
          + ["name", "description", "liveFrom", "liveThrough"].map { .element($0) }
      )
    ]
  )

  private static let assignment = NativeForm(
    "assignment",
    table: "assignment",
    .counted,
    order: """
      (SELECT reference FROM main.party x WHERE x.id = t.partyId),
      (SELECT reference FROM main.agreement x WHERE x.id = t.agreementId), t.role,
      (SELECT reference FROM main.person x WHERE x.id = t.personId), t.validFrom, \(recorded)
      """,
    columns: [
      .attribute("role"), .attribute("person", .reference("person"), column: "personId"),
      .attribute("deputy", .reference("person"), column: "deputyId"),
      .attribute("party", .reference("party"), column: "partyId"),
      .attribute("agreement", .agreement, column: "agreementId"),
    ] + validity + [effectiveOn] + provenance
  )

  // MARK: Kinds of records

  /// A kind of record: what refers to others stands in attributes, everything else in elements.
  private static func form(of type: RecordType) -> NativeForm {
    NativeForm(
      type.name,
      table: type.table,
      .counted,
      order: "t.reference",
      columns: [.attribute("reference")],
      children: [
        NativeForm(
          "revision",
          table: type.revisionTable,
          .belowOwner,
          owner: type.name + "Id",
          order: "t.id",
          columns: [effectiveOn] + provenance + type.fields.compactMap(reference)
            + type.fields.compactMap(element)
        )
      ]
    )
  }

  private static func reference(_ field: RecordField) -> NativeColumn? {
    guard case .reference(let table) = field.type else { return nil }
    let kind: NativeColumn.Kind = table == "agreement" ? .agreement : .reference(table)
    return .attribute(field.name, kind, column: field.name + "Id")
  }

  private static func element(_ field: RecordField) -> NativeColumn? {
    switch field.type {
    case .reference: nil
    case .money: .element(field.name, .amount(currency: field.name + "Currency"))
    case .count: .element(field.name, .integer)
    case .flag: .element(field.name, .flag(default: nil))
    default: .element(field.name)
    }
  }

  // MARK: Parties

  private static let party = NativeForm(
    "party",
    table: "party",
    .counted,
    order: "t.reference",
    columns: [.attribute("reference"), .attribute("own", .flag(default: false), column: "isOwn")],
    children: [
      NativeForm(
        "revision",
        table: "partyRevision",
        .belowOwner,
        owner: "partyId",
        order: "t.id",
        columns: [.attribute("changed"), effectiveOn] + provenance
          + [
            "name", "legalForm", "country", "address", "postalCode", "city", "region", "email",
            "phone", "website", "tier",
          ].map { .element($0) }
          + [
            .element("parent", .reference("party"), column: "parentId"), .element("note"),
          ]
      ),
      NativeForm(
        "identifier",
        table: "partyIdentifier",
        .composite,
        owner: "partyId",
        order: "(SELECT name FROM main.scheme x WHERE x.id = t.schemeId), t.value",
        columns: [.attribute("scheme", .scheme, column: "schemeId"), .attribute("raw")]
          + provenance + [.content("value")]
      ),
      NativeForm(
        "nameKey",
        table: "partyName",
        .composite,
        owner: "partyId",
        order: "(SELECT name FROM main.scheme x WHERE x.id = t.schemeId), t.nameKey",
        columns: [.attribute("scheme", .scheme, column: "schemeId"), .content("nameKey")],
        isIndexed: false
      ),
      NativeForm(
        "role",
        table: "partyRole",
        .counted,
        owner: "partyId",
        order: "t.role, t.effectiveOn, \(recorded)",
        columns: [.attribute("role")] + validity + [effectiveOn] + provenance
      ),
      NativeForm(
        "contact",
        table: "contact",
        .counted,
        owner: "partyId",
        order: "t.name, t.effectiveOn, \(recorded)",
        columns: validity + [effectiveOn] + provenance
          + [.element("name"), .element("email"), .element("phone"), .element("function")]
      ),
    ]
  )

  // MARK: Agreements

  /// Voided ones come before the one of the same reference that holds.
  static let agreementOrder = "t.reference, t.isVoided DESC, \(recorded)"

  private static let agreement = NativeForm(
    "agreement",
    table: "agreement",
    .counted,
    order: agreementOrder,
    columns: [.attribute("reference"), .attribute("scheme", .scheme, column: "schemeId")],
    children: [
      NativeForm(
        "revision",
        table: "agreementRevision",
        .belowOwner,
        owner: "agreementId",
        order: "t.id",
        columns: [
          .attribute("version", .integer, column: "versionNumber"), .attribute("changed"),
          .attribute("digest", .digest), effectiveOn,
        ] + provenance + AgreementFacts.fields.compactMap(fact)
      ),
      NativeForm(
        "version",
        table: "agreementVersion",
        .numbered,
        owner: "agreementId",
        order: "t.number",
        columns: [.attribute("number", .integer), effectiveOn] + provenance
          + [
            .element("effectiveFrom"), .element("amendment"), .element("title"),
            .element("valueChange", .amount(currency: "valueCurrency")),
          ]
      ),
      NativeForm(
        "identifier",
        table: "agreementIdentifier",
        .composite,
        owner: "agreementId",
        order: "(SELECT name FROM main.scheme x WHERE x.id = t.schemeId), t.value",
        columns: [
          .attribute("scheme", .scheme, column: "schemeId"),
          .attribute("key", .flag(default: false), column: "isKey"),
        ] + provenance + [.content("value")],
        isIndexed: false
      ),
      NativeForm(
        "party",
        table: "agreementParty",
        .belowOwner,
        owner: "agreementId",
        order:
          "t.role, (SELECT reference FROM main.party x WHERE x.id = t.partyId), t.recordingId, t.id",
        columns: [
          .attribute("role"), .attribute("reference", .reference("party"), column: "partyId"),
          .attribute("present", .flag(default: true), column: "isPresent"),
          .attribute("position", .integer), effectiveOn,
        ] + provenance,
        repeated: ["name", "identifier"]
      ),
      mention,
      NativeForm(
        "presence",
        table: "sourcePresence",
        .composite,
        owner: "agreementId",
        order: "(SELECT name FROM main.scheme x WHERE x.id = t.schemeId), t.recordingId",
        columns: [
          .attribute("scheme", .scheme, column: "schemeId"),
          .attribute("present", .flag(default: true), column: "isPresent"), .attribute("action"),
        ],
        isIndexed: false
      ),
      NativeForm(
        "conflict",
        table: "importConflict",
        .counted,
        owner: "agreementId",
        order: "t.recordingId, t.field, t.sequence",
        columns: [
          .attribute("batch", .batch, column: "batchId"), .attribute("field"), .element("kept"),
          .element("offered"),
        ],
        isIndexed: false,
        isProvenance: true
      ),
    ]
  )

  private static let mention = NativeForm(
    "mention",
    table: "agreementMention",
    .composite,
    owner: "agreementId",
    order: "t.kind, t.name, t.recordingId",
    columns: [
      .attribute("kind"), .attribute("present", .flag(default: true), column: "isPresent"),
      effectiveOn,
    ] + provenance
      + ["name", "detail", "locator", "checkedBy", "checkedOn"].map { .element($0) }
      + [.element("original", .original, column: "originalId")]
  )

  /// A fact of an agreement; the currency of an amount is written with the amount.
  private static func fact(_ field: Field) -> NativeColumn? {
    switch field {
    case .valueCurrency, .annualValueCurrency: nil
    case .value: .element("value", .amount(currency: "valueCurrency"))
    case .annualValue: .element("annualValue", .amount(currency: "annualValueCurrency"))
    case .openEnded: .element("openEnded", .flag(default: nil))
    case .maxRenewals: .element("maxRenewals", .integer)
    default: .element("\(field)")
    }
  }
}
