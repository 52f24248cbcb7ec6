extension IMAPSession {
  /// The numbers of the mails from a number on, ascending.
  public func uids(from first: UInt32) throws -> [UInt32] {
    // `n:*` names the last mail even if its number is less than n (RFC 9051, section 9).
    try search("UID \(first):*").filter { $0 >= first }
  }

  /// Which of the numbers are still there, ascending.
  public func present(of uids: [UInt32]) throws -> [UInt32] {
    try uids.isEmpty ? [] : search("UID \(UIDSet.text(uids))")
  }

  private func search(_ criteria: String) throws -> [UInt32] {
    var found: Set<UInt32> = []
    try run("UID SEARCH \(criteria)") { response in
      if case .search(let numbers) = response { found.formUnion(numbers) }
    }
    return found.sorted()
  }

  /// The sizes of mails in bytes by their numbers; those that are gone are not in it.
  public func sizes(of uids: [UInt32]) throws -> [UInt32: Int] {
    var sizes: [UInt32: Int] = [:]
    guard !uids.isEmpty else { return sizes }
    try run("UID FETCH \(UIDSet.text(uids)) (UID RFC822.SIZE)") { response in
      guard case .fetch(let fetched) = response, let uid = fetched.uid else { return }
      sizes[uid] = fetched.size ?? sizes[uid]
    }
    return sizes
  }

  /// Fetches whole mails one after the other, without setting `\Seen`.
  ///
  /// - Parameters:
  ///   - uids: The mails' numbers.
  ///   - take: Is given each mail as it comes, in the server's order.
  /// - Throws: A ``MailFault``; what the closure throws, after the rest of the server's answer
  ///   has been passed over.
  public func fetch(_ uids: [UInt32], take: (UInt32, [UInt8]) throws -> Void) throws {
    guard !uids.isEmpty else { return }
    var failure: (any Error)?
    try run("UID FETCH \(UIDSet.text(uids)) (UID BODY.PEEK[])") { response in
      guard failure == nil, case .fetch(let fetched) = response else { return }
      guard let uid = fetched.uid, let body = fetched.body else { return }
      do { try take(uid, body) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Sets flags on mails, in addition to those that they have.
  ///
  /// - Parameters:
  ///   - flags: As IMAP writes them, such as `\Seen`.
  ///   - uids: The mails' numbers.
  /// - Throws: A ``MailFault``.
  public func add(flags: [String], to uids: [UInt32]) throws {
    guard !uids.isEmpty else { return }
    let list = flags.joined(separator: " ")
    try run("UID STORE \(UIDSet.text(uids)) +FLAGS.SILENT (\(list))")
  }

  /// Moves mails to another mailbox, which is made if it is missing.
  ///
  /// By MOVE (RFC 6851), else by copying, marking as deleted and, where the server can do
  /// that to single mails (UIDPLUS, RFC 4315), removing. Without UIDPLUS they stay behind
  /// marked, since EXPUNGE would remove what others have marked too.
  public func move(_ uids: [UInt32], to mailbox: String) throws {
    guard !uids.isEmpty else { return }
    let capabilities = try capabilities()
    let set = UIDSet.text(uids)
    let verb = capabilities.contains("MOVE") ? "MOVE" : "COPY"
    try transfer("UID \(verb) \(set) \(IMAPMailboxName.argument(mailbox))", to: mailbox)
    guard verb == "COPY" else { return }
    try add(flags: ["\\Deleted"], to: uids)
    if capabilities.contains("UIDPLUS") { try run("UID EXPUNGE \(set)") }
  }

  /// Carries out a command that may find its target missing (TRYCREATE, RFC 9051, 7.1).
  private func transfer(_ command: String, to mailbox: String) throws {
    let status = try outcome(of: command)
    if status.condition == .done { return }
    guard status.code == "TRYCREATE" else { throw IMAPFault.refused(verb(of: command), status) }
    try create(mailbox)
    try run(command)
  }
}
