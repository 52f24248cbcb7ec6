import Importing

/// One run of a ``MailboxFetch``.
struct MailboxFetchRun {
  let fetch: MailboxFetch
  let remote: any RemoteMailbox
  var state: FetchState
  let store: (FetchedMail) throws -> Bool
  let save: (FetchState) throws -> Void
  var report = FetchReport()

  /// How many sizes are asked for by one command; its line stays below 8,192 bytes
  /// (RFC 7162, section 4).
  private static let sizesAtOnce = 500

  /// Fetches all new mails, in batches, after finishing what an earlier run left.
  mutating func all() throws {
    let isStored = Set(state.unfinished.map(\.uid))
    try finish()
    guard state.lastUID < UInt32.max else { return }
    let uids = try remote.uids(from: state.lastUID + 1).filter { !isStored.contains($0) }
    for start in stride(from: 0, to: uids.count, by: Self.sizesAtOnce) {
      let part = Array(uids[start..<min(start + Self.sizesAtOnce, uids.count)])
      let sizes = try remote.sizes(of: part)
      let sizeless = part.filter { sizes[$0] == nil }
      let present = Set(try remote.present(of: sizeless))
      report.vanished += sizeless.count - present.count
      let there = part.filter { sizes[$0] != nil || present.contains($0) }
      for batch in batches(of: there, sizes) { try take(batch, sizes) }
    }
    try close(uids.last)
  }

  /// Groups of mails to fetch by one command each; one that is too large is alone.
  private func batches(of uids: [UInt32], _ sizes: [UInt32: Int]) -> [[UInt32]] {
    var batches: [[UInt32]] = []
    var room = 0
    for uid in uids {
      let size = sizes[uid] ?? 0
      let isFull = batches.last.map { $0.count >= fetch.maximumCount } ?? true
      if isFull || size > room || size > fetch.maximumSize {
        batches.append([uid])
        room = size > fetch.maximumSize ? 0 : fetch.maximumBytes - size
      } else {
        batches[batches.count - 1].append(uid)
        room -= size
      }
    }
    return batches
  }

  private mutating func take(_ batch: [UInt32], _ sizes: [UInt32: Int]) throws {
    if let uid = batch.first, let size = sizes[uid], size > fetch.maximumSize {
      try hand(uid, .tooLarge(size: size))
    } else {
      try bodies(of: batch)
    }
    try finish(upTo: batch.last)
  }

  /// Fetches the mails of a batch, singly if the server refuses them together.
  private mutating func bodies(of batch: [UInt32]) throws {
    var missing = Set(batch)
    let reason = try Self.refusal {
      try remote.fetch(batch) { uid, bytes in
        guard missing.remove(uid) != nil else { return }
        try hand(uid, .bytes(bytes))
      }
    }
    guard !missing.isEmpty else { return }
    let present = try remote.present(of: missing.sorted())
    report.vanished += missing.count - present.count
    for uid in present {
      if batch.count > 1 {
        try bodies(of: [uid])
      } else {
        try hand(uid, .refused(reason ?? "The server gave no text of the mail."))
      }
    }
  }

  /// What the server says if it refuses; other faults are thrown.
  private static func refusal(_ body: () throws -> Void) throws -> String? {
    do {
      try body()
      return nil
    } catch let fault as MailFault where !fault.isPassing && fault.problem.code == "imap.refused" {
      return fault.problem.message
    }
  }

  /// Has a mail stored, and takes over the state that was stored with it.
  private mutating func hand(_ uid: UInt32, _ content: FetchedMail.Content) throws {
    let mail = FetchedMail(uid: uid, content: content, before: state)
    let isReadable = try store(mail)
    state = mail.state(isReadable: isReadable)
    report.stored += isReadable ? 1 : 0
    report.unreadable += isReadable ? 0 : 1
  }

  /// Flags or moves what is stored.
  ///
  /// - Parameter last: The last mail of the batch that is done, up to which nothing is left; nil
  ///   before the first batch, when mails in between may still be missing.
  /// - Throws: What the server's faults and storing the state throw.
  private mutating func finish(upTo last: UInt32? = nil) throws {
    let failed = state.unfinished.filter { !$0.isReadable && fetch.failedMailbox != nil }
    let others = state.unfinished.filter { $0.isReadable || fetch.failedMailbox == nil }
    if let mailbox = fetch.failedMailbox { try remote.move(failed.map(\.uid), to: mailbox) }
    switch fetch.aftermath {
    case .seen: try remote.add(flags: ["\\Seen"], to: others.map(\.uid))
    case .moved(let mailbox): try remote.move(others.map(\.uid), to: mailbox)
    }
    guard let last else { return }
    state.lastUID = max(state.lastUID, last)
    state.unfinished.removeAll { $0.uid <= state.lastUID }
    try save(state)
  }

  /// Notes that all mails are done, once nothing beyond the last one is left to fetch.
  private mutating func close(_ last: UInt32?) throws {
    let highest = [last, state.unfinished.map(\.uid).max(), state.lastUID].compactMap(\.self).max()
    guard let highest, highest > state.lastUID else { return }
    state.lastUID = highest
    state.unfinished = []
    try save(state)
  }
}
