import Importing
import Model
import Testing

@testable import Storage

struct AgreementRecordTests {
  private let day = CivilDay.of("2026-01-01")

  private func store() throws -> Store {
    let store = try Store.inMemory()
    try store.addParty(NewParty(reference: "P", name: "Party"), .number(1))
    var new = NewAgreement(
      reference: "A",
      values: [
        .title: .text("One"), .startsOn: .day(day), .endsOn: .day(.of("2026-12-31")),
        .noticePeriod: .text("3m"), .value: .number(5), .valueCurrency: .text("EUR"),
      ],
      recordedOn: .of("2026-03-01")
    )
    new.parties = [(.supplier, "P")]
    try store.addAgreement(new, .number(2))
    return store
  }

  private func change(
    _ store: Store,
    _ values: [Field: RecordValue],
    reference: String = "A",
    effectiveOn: CivilDay? = nil,
    version: AgreementChange.Version? = nil
  ) throws -> [PlanItem.Change] {
    try store.changeAgreement(
      AgreementChange(
        reference: reference,
        values: values,
        effectiveOn: effectiveOn,
        version: version
      ),
      .number(50)
    )
  }

  @Test func `an agreement is entered with both times and its parties`() throws {
    let store = try store()
    #expect(
      try store.lines(
        "SELECT kind, title, value, changed, sourceId, effectiveOn, r.recordedAt "
          + "FROM agreementRevision JOIN recording r ON r.id = recordingId"
      ) == [
        "contract|One|5|title,kind,startsOn,endsOn,noticePeriod,value,valueCurrency|-|"
          + "2026-01-01|2026-03-01T10:00:02Z"
      ]
    )
    #expect(try store.facts().last == "A|supplier|Party")
    #expect(
      try store.journalEntry(2).payload
        == #"{"endsOn":"2026-12-31","noticePeriod":"3m","reference":"A","startsOn":"2026-01-01","title":"One","value":"5","valueCurrency":"EUR"}"#
    )
    #expect(try store.examine().flatMap(\.problems) == [])
  }

  @Test func `it takes effect when signed, else at its start, but not after its entry`() throws {
    let store = try Store.inMemory()
    func effect(_ reference: String, _ values: [Field: RecordValue]) throws -> [String] {
      try store.addAgreement(
        NewAgreement(reference: reference, values: values, recordedOn: .of("2026-03-01")),
        .number(2)
      )
      return try store.lines(
        "SELECT effectiveOn FROM agreementRevision ORDER BY id DESC LIMIT 1"
      )
    }
    #expect(
      try effect("A", [.signedOn: .day(.of("2025-12-01")), .startsOn: .day(day)]) == [
        "2025-12-01"
      ]
    )
    #expect(try effect("B", [.startsOn: .day(.of("2027-01-01"))]) == ["2026-03-01"])
    #expect(try effect("C", [:]) == ["2026-03-01"])
  }

  @Test func `a reference that is taken is refused, and free again after voiding`() throws {
    let store = try store()
    let again = NewAgreement(reference: "A", values: [:], recordedOn: day)
    #expect(
      thrown { try store.addAgreement(again, .number(3)) }
        == "There is already an agreement with the reference A. Choose another reference."
    )
    try store.voidAgreement("A", reason: "typed twice", .number(4))
    try store.addAgreement(again, .number(5))
    #expect(try store.examine().flatMap(\.problems) == [])
    #expect(
      thrown { try store.voidAgreement("B", reason: "x", .number(6)) }
        == "There is no agreement with the reference B."
    )
    #expect(
      thrown { try store.voidAgreement("A", reason: " ", .number(6)) }
        == "The reason is blank. Give a reason."
    )
  }

  @Test func `a correction is a revision with the same day`() throws {
    let store = try store()
    #expect(
      try change(store, [.title: .text("Uno"), .noticePeriod: .empty, .value: .number(5)]) == [
        .init(field: "title", before: "One", after: "Uno"),
        .init(field: "noticePeriod", before: "3m", after: nil),
      ]
    )
    #expect(
      try store.lines(
        "SELECT versionNumber, title, noticePeriod, changed, effectiveOn "
          + "FROM agreementRevision ORDER BY id DESC LIMIT 1"
      ) == [
        "1|Uno|-|title,noticePeriod,value|2026-01-01"
      ]
    )
  }

  @Test func `a change to what is there leaves no entry`() throws {
    let store = try store()
    #expect(try change(store, [.title: .text("One")]) == [])
    #expect(try store.journalEntries().count == 2)
    #expect(try store.lines("SELECT count(*) FROM recording") == ["2"])
  }

  @Test func `a new version has its day, and a change with a day holds from it`() throws {
    let store = try store()
    _ = try change(
      store,
      [.endsOn: .day(.of("2027-12-31"))],
      version: .init(effectiveFrom: .of("2026-06-01"), amendment: "Addendum", title: "Longer")
    )
    _ = try change(store, [.note: .text("late")], effectiveOn: .of("2026-07-01"))
    #expect(
      try store.lines(
        "SELECT number, effectiveFrom, amendment, title, effectiveOn FROM agreementVersion"
      ) == [
        "2|2026-06-01|Addendum|Longer|2026-06-01"
      ]
    )
    #expect(
      try store.lines("SELECT versionNumber, effectiveOn FROM agreementRevision ORDER BY id") == [
        "1|2026-01-01", "2|2026-06-01", "2|2026-07-01",
      ]
    )
    #expect(
      thrown { _ = try change(store, [.note: .empty], effectiveOn: .of("2026-06-30")) }
        == "The change of A would hold from 2026-06-30, and the latest values hold from "
        + "2026-07-01. Give a later day, or none to correct them."
    )
    #expect(try store.examine().flatMap(\.problems) == [])
  }

  @Test func `values are checked with the sentences of an import`() throws {
    let store = try store()
    func refusal(_ values: [Field: RecordValue]) -> String? {
      thrown { _ = try change(store, values) }
    }
    #expect(
      refusal([.renewal: .text("maybe"), .noticePeriod: .text("3 months")])
        == """
        \u{201C}maybe\u{201D} is not a known value of renewal. Use one of none, automatic, option.
        \u{201C}3 months\u{201D} is not a duration. Write a number and a unit: 30d, 5bd, 6w, 3m, 2q or 1y.
        """
    )
    #expect(
      refusal([.valueCurrency: .empty])
        == "The amount in value has no currency of three letters. "
        + "Name the currency in the profile or in a column."
    )
    #expect(
      refusal([.endsOn: .day(.of("2025-12-31"))])
        == "endsOn 2025-12-31 lies before startsOn 2026-01-01. Correct one of the two days."
    )
    #expect(
      refusal([.endReason: .text("bored")])
        == "\u{201C}bored\u{201D} is not a known value of endReason. Use one of expired, "
        + "terminated, breach, impediments, dataSecurity, authorityRequest, other."
    )
    #expect(
      refusal([.title: .number(3), .startsOn: .text("soon"), .value: .text("much")])
        == """
        title takes text. Give text.
        startsOn takes a day. Give a day.
        value takes a number. Give a number.
        """
    )
    #expect(
      refusal([.openEnded: .number(2), .maxRenewals: .number(-1)])
        == """
        2 is not possible for openEnded. Give 0 or 1.
        -1 is not possible for maxRenewals. Give a number from 0 on.
        """
    )
    #expect(
      refusal([.kind: .empty])
        == "An agreement has a kind. Use one of contract, sla, ola, customerSupply."
    )
    #expect(refusal([.city: .text("Bonn")]) == "An agreement has no field city. Leave it out.")
    #expect(try store.journalEntries().count == 2)
  }

  @Test func `an old fault does not stand in the way of another change`() throws {
    let store = try Store.inMemory()
    try store.take(
      [
        AgreementSample(
          "A",
          [.startsOn: .day(.of("2026-02-01")), .endsOn: .day(.of("2026-01-01"))]
        )
      ],
      1
    )
    #expect(try change(store, [.title: .text("x")]).count == 1)
  }

  @Test func `notice is given once`() throws {
    let store = try store()
    try store.giveNotice("A", on: .of("2026-05-01"), by: .us, .number(3))
    #expect(
      try store.lines(
        "SELECT noticeGivenOn, noticeGivenBy, changed, effectiveOn, versionNumber "
          + "FROM agreementRevision ORDER BY id DESC LIMIT 1"
      ) == [
        "2026-05-01|us|noticeGivenOn,noticeGivenBy|2026-05-01|1"
      ]
    )
    #expect(
      thrown { try store.giveNotice("A", on: .of("2026-05-02"), by: .them, .number(4)) }
        == "Notice of A was already given on 2026-05-01. "
        + "Correct that with `liaison agreement change`."
    )
  }

  @Test func `a party joins and leaves once`() throws {
    let store = try store()
    func set(_ isPresent: Bool) throws {
      try store.setParty(
        "P",
        role: .buyer,
        isPresent: isPresent,
        inAgreement: "A",
        effectiveOn: day,
        .number(3)
      )
    }
    #expect(
      thrown { try set(false) } == "Party P does not take part in A as buyer already."
    )
    try set(true)
    #expect(try store.facts().suffix(2) == ["A|buyer|Party", "A|supplier|Party"])
    #expect(thrown { try set(true) } == "Party P takes part in A as buyer already.")
    try set(false)
    #expect(try store.facts().last == "A|supplier|Party")
    #expect(try store.verifyJournal().isIntact)
  }

  @Test func `a document is kept with its bytes`() throws {
    let store = try store()
    let bytes = [UInt8](repeating: 7, count: (1 << 20) + 5)
    let digest = OriginalDigest.of(bytes)
    try store.attachDocument(
      NewDocument(agreement: "A", title: "Contract", address: "c.pdf", effectiveOn: day),
      digest,
      .number(3)
    ) { MemorySource(bytes) }
    #expect(
      try store.lines("SELECT name, detail, originalId FROM agreementMention") == [
        "Contract|c.pdf|1"
      ]
    )
    #expect(
      try store.lines("SELECT number, length(content) FROM originalChunk") == [
        "0|1048576", "1|5",
      ]
    )
    #expect(try store.verifyJournal(includesOriginals: true).isIntact)
    #expect(
      throws: Problem.self,
      performing: {
        try store.attachDocument(
          NewDocument(agreement: "A", title: "Other", effectiveOn: day),
          OriginalDigest.of([1]),
          .number(4)
        ) { MemorySource([2]) }
      }
    )
    #expect(try store.lines("SELECT count(*) FROM original") == ["1"])
  }
}
