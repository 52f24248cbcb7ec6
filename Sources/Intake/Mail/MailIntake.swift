import Mail
public import Model
public import Storage

/// Takes mails into the store: first kept as they came, then understood.
///
/// A mail is on disk before anything reads it. Mails that were kept and not read, because the run was
/// ended, are read one by one, each marked before; one that ends the program twice that way is set
/// aside and keeps no other back.
public struct MailIntake {
  /// How often reading a mail alone is begun before it is set aside.
  public static let mostAttempts: Int64 = 2

  private let store: Store
  private let settings: MailSettings
  private let now: () -> Instant
  private let request: () -> WriteRequest

  /// Makes the intake of a store.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - settings: By what mails are judged.
  ///   - now: Gives the present instant.
  ///   - request: Gives what the journal keeps of a change.
  public init(
    _ store: Store,
    _ settings: MailSettings,
    now: @escaping () -> Instant,
    request: @escaping () -> WriteRequest
  ) {
    self.store = store
    self.settings = settings
    self.now = now
    self.request = request
  }

  private func today() throws -> CivilDay { try store.zone().day(at: now()) }

  // MARK: Keeping

  /// Keeps mails in one change; when it returns, they are on disk.
  ///
  /// - Parameters:
  ///   - mails: The mails.
  ///   - cursor: How far their source has been read with them, stored in the same change.
  /// - Returns: The reference of each, in order; of one whose very bytes are kept already, the
  ///   reference of that one.
  /// - Throws: `StoreError`; nothing is kept then.
  public func keep(_ mails: [IncomingMail], cursor: MailCursor? = nil) throws -> [KeptMail] {
    let now = now()
    return try store.decide(on: try today(), request()) { reader in
      var number = try reader.nextNumber(of: MailMessage.type)
      var known: [String: String] = [:]
      var kept: [KeptMail] = []
      var change = DecidedChange([KeptMail](), records: [])
      for mail in mails {
        let digest = OriginalDigest.of(mail.bytes)
        let before = try known[digest.hexadecimal] ?? self.before(digest, reader)
        kept.append(
          KeptMail(reference: before ?? MailEntry.reference(number), isNew: before == nil)
        )
        guard before == nil else { continue }
        known[digest.hexadecimal] = MailEntry.reference(number)
        change.originals.append(mail.bytes)
        change.records.append(
          MailEntry(arrived: mail, number: number, digest: digest, at: now, on: reader.asOf.day)
            .record
        )
        number += 1
      }
      change.value = kept
      change.cursor = cursor
      return change
    }
  }

  private func before(_ digest: OriginalDigest, _ reader: Reader) throws -> String? {
    try reader.records(MailMessage.self, having: "sha256", digest.hexadecimal).first?.reference
  }

  // MARK: Understanding

  /// Reads mails that are kept and not yet read, and does what follows from them.
  ///
  /// Those of an earlier run that was ended are read one by one, each counted before; those that ended
  /// a run already come last.
  ///
  /// - Parameter references: Those that were just kept, which are read together.
  /// - Throws: `StoreError`; those that were not read stay kept.
  public func understand(_ references: [String] = []) throws {
    let fresh = Set(references)
    for reference in try waiting() where !fresh.contains(reference) { try retry(reference) }
    var rest = references[...]
    while !rest.isEmpty {
      let count = try pass(Array(rest))
      rest = rest.dropFirst(count)
    }
  }

  private func waiting() throws -> [String] {
    try store.read(asOf: AsOf(day: try today())) { reader in
      try reader.records(MailMessage.self, having: "state", MailMessage.State.arrived.rawValue)
        .sorted { ($0.attempts, $0.id) < ($1.attempts, $1.id) }.map(\.reference)
    }
  }

  /// Counts an attempt, then reads the mail; sets it aside when it was begun too often.
  private func retry(_ reference: String) throws {
    let now = now()
    let mayRead = try store.decide(on: try today(), request()) { reader in
      guard let mail = try reader.record(MailMessage.self, reference), mail.state == .arrived
      else { return DecidedChange(false, records: []) }
      var entry = MailEntry(mail)
      let mayRead = mail.attempts < Self.mostAttempts
      if mayRead {
        entry.count(attempts: mail.attempts + 1)
      } else {
        let note = "Reading it ended the program \(mail.attempts) times."
        entry.enter(.quarantined, note: note, at: now)
      }
      return DecidedChange(mayRead, records: [entry.record])
    }
    if mayRead { _ = try pass([reference]) }
  }

  /// Reads mails in one change, up to the first that changes more than its own record, since what
  /// comes after it may depend on that.
  ///
  /// - Returns: How many were read.
  private func pass(_ references: [String]) throws -> Int {
    let now = now()
    return try store.decide(on: try today(), request()) { reader in
      var change = DecidedChange(0, records: [])
      let directory = try SenderDirectory(reader)
      var seen = SeenMails()
      for reference in references {
        change.value += 1
        guard let kept = try reader.record(MailMessage.self, reference), kept.state == .arrived,
          let raw = try reader.original(kept.sha256)
        else { continue }
        let mail = ReadMail(raw, settings)
        if let first = try seen.first(mail.keys, reader), first != reference {
          change.records.append(Self.duplicate(kept, mail, of: first, at: now))
          continue
        }
        seen.add(mail.keys, reference)
        let judged = try MailJudgement(kept, mail, settings, reader, directory, raw: raw, at: now)
        change.records += judged.others + [judged.entry.record]
        change.originals += judged.originals
        if judged.hasEffects { break }
      }
      return change
    }
  }

  private static func duplicate(
    _ kept: MailMessage,
    _ mail: ReadMail,
    of first: String,
    at now: Instant
  ) -> NewRecord {
    var entry = MailEntry(kept)
    entry.set(mail)
    entry.set("duplicateOf", reference: first)
    entry.enter(.duplicate, at: now)
    return entry.record
  }
}

/// A mail that is kept.
public struct KeptMail: Sendable, Equatable {
  /// Its reference.
  public var reference: String
  /// Whether its bytes were not there before.
  public var isNew: Bool
}

/// Which mails have come before, by their keys.
private struct SeenMails {
  private var byKey: [String: String] = [:]

  mutating func add(_ keys: DuplicateKeys, _ reference: String) {
    for key in [keys.content, keys.identity].compactMap({ $0 }) where byKey[key] == nil {
      byKey[key] = reference
    }
  }

  /// The first mail with one of the keys, or nil.
  func first(_ keys: DuplicateKeys, _ reader: Reader) throws -> String? {
    for (name, key) in [("contentKey", keys.content), ("identityKey", keys.identity)] {
      guard let key else { continue }
      if let known = byKey[key] { return known }
      let mails = try reader.records(MailMessage.self, having: name, key)
      if let first = mails.first(where: { $0.state != .duplicate }) { return first.reference }
    }
    return nil
  }
}
