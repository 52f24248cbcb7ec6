import GRDB
public import Model

extension Reader {
  /// Hands over the relationship file of each party that is there on the day, in order of the
  /// party's number in the store; our own units are left out.
  ///
  /// Memory does not grow with the number of parties.
  ///
  /// - Throws: ``StoreError``; what the body throws.
  public func forEachRelationship(_ body: (RelationshipFile) throws -> Void) throws {
    try makeAgreementOwners()
    let streams = try takeStreams()
    let agreements = try AgreementStream(self)
    for stream in streams { try stream.take(nil) { _ in } }
    _ = try agreements.take(nil)
    let parties = try RawStatement(
      database,
      "SELECT partyId FROM temp.partyAsOf WHERE isOwn = 0 ORDER BY partyId"
    )
    let details = try PartyDetailsReading(database)
    while try parties.step() {
      let id = parties.integer(0)
      var file = RelationshipFile(party: try details.facts(id))
      file.assignments = try details.assignments(id)
      try skip(before: id, streams, agreements)
      if agreements.party == id { file.agreements = try agreements.take(id) }
      try shelve(id, streams, &file)
      try body(file)
    }
  }

  /// What belongs to no single party.
  ///
  /// - Returns: The file.
  /// - Throws: ``StoreError``.
  public func organizationFile() throws -> OrganizationFile {
    try makeAgreementOwners()
    var file = OrganizationFile()
    file.name = organization.name ?? ""
    file.calendar = calendar
    let streams = try Self.judged.compactMap { try stream($0) }
    for stream in streams { try stream.take(nil) { $0.add(&file.records) } }
    begunStreams = streams
    file.people = try people()
    file.assignments = try PartyDetailsReading(database).assignments(nil)
    let roles = try Row.fetchAll(
      database,
      sql: """
        SELECT role, count(DISTINCT partyId) FROM temp.partyRoleAsOf
        WHERE (validFrom IS NULL OR validFrom <= ?1) AND (validThrough IS NULL OR validThrough >= ?1)
        GROUP BY role
        """,
      arguments: [asOf.day.description]
    )
    for row in roles { file.partyCounts[row[0]] = row[1] }
    file.complaintCount =
      try Int.fetchOne(database, sql: "SELECT count(*) FROM temp.complaintAsOf") ?? 0
    return file
  }

  /// Our own people with their leads and absences, in order of reference.
  private func people() throws -> [OrganizationFile.Person] {
    let absences = try Row.fetchAll(
      database,
      sql: "SELECT personId, startsOn, endsOn, deputyId FROM temp.absenceAsOf ORDER BY startsOn, id"
    )
    var byPerson: [Int64: [OrganizationFile.Person.Absence]] = [:]
    for row in absences {
      guard let first = CivilDay(row[1] as String), let last = CivilDay(row[2] as String) else {
        continue
      }
      byPerson[row[0], default: []].append(.init(startsOn: first, endsOn: last, deputy: row[3]))
    }
    return try Row.fetchAll(
      database,
      sql: "SELECT personId, reference, name, email, leadId FROM temp.personAsOf ORDER BY reference"
    ).map { row in
      var person = OrganizationFile.Person(id: row[0], reference: row[1], name: row[2])
      person.email = row[3]
      person.lead = row[4]
      person.absences = byPerson[person.id] ?? []
      return person
    }
  }

  // MARK: Streams

  /// The kinds that say something about relationships; what the program did itself is none.
  private static let judged = RecordType.kinds.filter {
    ![Reminder.type.name, OutboxMail.type.name, MailMessage.type.name].contains($0.type.name)
  }

  /// Streams that ``organizationFile()`` began, once, since sorting the records of a large store
  /// again takes long; else new ones.
  private func takeStreams() throws -> [any OwnedStream] {
    defer { begunStreams = nil }
    return try begunStreams ?? Self.judged.compactMap { try stream($0) }
  }

  private func stream<Kind: StoredRecord>(_: Kind.Type) throws -> (any OwnedStream)? {
    try RecordStream<Kind>(database)
  }

  /// Passes over what belongs to parties that are not handed over.
  private func skip(
    before party: Int64,
    _ streams: [any OwnedStream],
    _ agreements: AgreementStream
  ) throws {
    for stream in streams {
      while stream.isAtRow, let other = stream.party, other < party {
        try stream.take(other) { _ in }
      }
    }
    while agreements.isAtRow, let other = agreements.party, other < party {
      _ = try agreements.take(other)
    }
  }

  private func shelve(
    _ party: Int64,
    _ streams: [any OwnedStream],
    _ file: inout RelationshipFile
  ) throws {
    let places = Dictionary(
      uniqueKeysWithValues: file.agreements.enumerated().map { ($1.id, $0) }
    )
    for stream in streams where stream.isAtRow && stream.party == party {
      try stream.take(party) { place in
        if let index = place.agreement.flatMap({ places[$0] }) {
          place.add(&file.agreements[index].records)
        } else {
          place.add(&file.records)
        }
      }
    }
  }

  /// Which party each agreement belongs to: its first counterparty.
  ///
  /// Who asks for it goes through the whole store: the file is not mapped any more, since its pages
  /// would count as memory of the program.
  func makeAgreementOwners() throws {
    guard !hasAgreementOwners else { return }
    hasAgreementOwners = true
    try database.execute(
      sql: """
        PRAGMA mmap_size = 0;
        DROP TABLE IF EXISTS temp.agreementOwner;
        CREATE TEMP TABLE agreementOwner (agreementId INTEGER PRIMARY KEY, partyId INTEGER);
        INSERT INTO temp.agreementOwner (agreementId, partyId)
        SELECT agreementId, partyId FROM (
          SELECT m.agreementId, m.partyId, min(m.position)
          FROM temp.agreementPartyAsOf m JOIN main.party p ON p.id = m.partyId AND p.isOwn = 0
          GROUP BY m.agreementId);
        INSERT OR IGNORE INTO temp.agreementOwner (agreementId)
        SELECT agreementId FROM temp.agreementAsOf;
        """
    )
  }
}
