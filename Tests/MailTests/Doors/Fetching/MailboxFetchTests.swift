import Importing
import Mail
import TestSupport
import Testing

@Suite struct MailboxFetchTests {
  /// What a receiver has stored durably: mails and state in one step.
  private final class Vault {
    var stored: [UInt32: Int] = [:]
    var contents: [FetchedMail.Content] = []
    var state: FetchState?
    var unreadable: Set<UInt32> = []
    var step: () throws -> Void = {}

    func store(_ mail: FetchedMail) throws -> Bool {
      try step()
      let isReadable = !unreadable.contains(mail.uid)
      stored[mail.uid, default: 0] += 1
      contents.append(mail.content)
      state = mail.state(isReadable: isReadable)
      try step()
      return isReadable
    }

    func save(_ state: FetchState) throws {
      try step()
      self.state = state
    }
  }

  private static func mailbox(_ count: Int) -> PretendMailbox {
    let mailbox = PretendMailbox()
    for uid in 1...UInt32(count) { mailbox.mails[uid * 3] = Array("mail \(uid)".utf8) }
    return mailbox
  }

  @discardableResult
  private static func run(
    _ fetch: MailboxFetch,
    _ mailbox: PretendMailbox,
    _ vault: Vault
  ) throws -> FetchReport {
    try fetch.run(mailbox, from: vault.state, store: vault.store, save: vault.save)
  }

  @Test func `new mails are stored and then flagged, and the next fetch finds none`() throws {
    let mailbox = Self.mailbox(120)
    let vault = Vault()
    let report = try Self.run(MailboxFetch(), mailbox, vault)
    #expect(report.stored == 120)
    #expect(mailbox.flagged.count == 120)
    #expect(vault.state == FetchState(uidValidity: 7, lastUID: 360))
    #expect(try Self.run(MailboxFetch(), mailbox, vault) == FetchReport())
    mailbox.mails[361] = [65]
    #expect(try Self.run(MailboxFetch(), mailbox, vault).stored == 1)
    #expect(vault.stored.values.allSatisfy { $0 == 1 })
  }

  @Test(arguments: 0..<200)
  func `cut off anywhere, any number of times, each mail is stored exactly once`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let mailbox = Self.mailbox(60)
    mailbox.isDescending = Bool.random(using: &random)
    let vault = Vault()
    vault.unreadable = [9, 90]
    let moves = Bool.random(using: &random)
    let fetch = MailboxFetch(
      aftermath: moves ? .moved(to: "Done") : .seen,
      failedMailbox: "Failed",
      maximumCount: Int.random(in: 1...20, using: &random)
    )
    var left = 0
    let step = {
      left -= 1
      if left < 0 { throw PretendMailbox.Cut() }
    }
    mailbox.step = step
    vault.step = step
    while true {
      left = Int.random(in: 1...90, using: &random)
      do {
        try Self.run(fetch, mailbox, vault)
        break
      } catch is PretendMailbox.Cut {}
    }
    #expect(vault.stored.count == 60)
    #expect(vault.stored.values.allSatisfy { $0 == 1 })
    #expect(mailbox.moved[9] == "Failed")
    #expect(mailbox.moved[90] == "Failed")
    let others = Set(vault.stored.keys).subtracting([9, 90])
    #expect(moves ? Set(mailbox.moved.keys).isSuperset(of: others) : mailbox.flagged == others)
    #expect(vault.state?.unfinished.isEmpty ?? false)
  }

  @Test func `a mail that cannot be read goes to the mailbox for failed ones`() throws {
    let mailbox = Self.mailbox(3)
    let vault = Vault()
    vault.unreadable = [6]
    let fetch = MailboxFetch(aftermath: .moved(to: "Done"), failedMailbox: "Failed")
    let report = try Self.run(fetch, mailbox, vault)
    #expect(report.stored == 2)
    #expect(report.unreadable == 1)
    #expect(mailbox.moved == [3: "Done", 6: "Failed", 9: "Done"])
  }

  @Test func `without such a mailbox it is treated like the others`() throws {
    let mailbox = Self.mailbox(2)
    let vault = Vault()
    vault.unreadable = [6]
    try Self.run(MailboxFetch(), mailbox, vault)
    #expect(mailbox.flagged == [3, 6])
  }

  @Test func `a mail larger than the limit is handed over by its size alone`() throws {
    let mailbox = Self.mailbox(3)
    mailbox.mails[6] = [UInt8](repeating: 65, count: 101)
    mailbox.mails[9] = [UInt8](repeating: 65, count: 100)
    let vault = Vault()
    try Self.run(MailboxFetch(maximumSize: 100), mailbox, vault)
    #expect(vault.contents[1] == .tooLarge(size: 101))
    #expect(vault.contents[2] == .bytes([UInt8](repeating: 65, count: 100)))
    #expect(mailbox.fetched == [3: 1, 9: 1])
  }

  @Test func `a mail whose text the server refuses does not hold up the others`() throws {
    let mailbox = Self.mailbox(4)
    mailbox.refused = [6]
    mailbox.bodiless = [9]
    let vault = Vault()
    let report = try Self.run(MailboxFetch(), mailbox, vault)
    #expect(report.stored == 4)
    #expect(vault.stored.values.allSatisfy { $0 == 1 })
    #expect(vault.contents.contains(.refused("Damaged.")))
    #expect(vault.contents.contains(.refused("The server gave no text of the mail.")))
  }

  @Test func `a mail whose size the server does not say is fetched all the same`() throws {
    let mailbox = Self.mailbox(4)
    mailbox.sizeless = [3, 9]
    let report = try Self.run(MailboxFetch(), mailbox, Vault())
    #expect(report.stored == 4)
    #expect(report.vanished == 0)
  }

  @Test func `a mail that somebody else removes meanwhile is counted`() throws {
    let mailbox = Self.mailbox(4)
    var steps = 0
    mailbox.step = {
      steps += 1
      if steps == 4 { mailbox.mails[9] = nil }
    }
    let vault = Vault()
    let report = try Self.run(MailboxFetch(), mailbox, vault)
    #expect(report.vanished == 1)
    #expect(report.stored == 3)
    #expect(vault.state?.lastUID == 12)
  }

  @Test func `when the server numbers its mails anew all are fetched again`() throws {
    let mailbox = Self.mailbox(2)
    let vault = Vault()
    vault.state = FetchState(
      uidValidity: 6,
      lastUID: 900,
      unfinished: [FetchedVerdict(uid: 901, isReadable: false)]
    )
    let report = try Self.run(MailboxFetch(failedMailbox: "Failed"), mailbox, vault)
    #expect(report.isRenumbered)
    #expect(report.stored == 2)
    #expect(mailbox.moved.isEmpty)
    #expect(vault.state == FetchState(uidValidity: 7, lastUID: 6))
  }

  @Test func `what the receiver cannot store stays where it is`() throws {
    struct Full: Error {}
    let mailbox = Self.mailbox(2)
    let vault = Vault()
    vault.step = { throw Full() }
    #expect(throws: Full.self) { try Self.run(MailboxFetch(), mailbox, vault) }
    #expect(mailbox.flagged.isEmpty)
    #expect(vault.state == nil)
  }

  @Test func `a mailbox that cannot be changed is refused before anything is fetched`() {
    let mailbox = Self.mailbox(1)
    mailbox.isReadOnly = true
    #expect(
      fault { try Self.run(MailboxFetch(), mailbox, Vault()) }
        == FaultWords(
          false,
          "imap.readonly",
          "The mailbox INBOX cannot be changed, so fetched mails could not be marked.",
          "Give the user the right to set flags in it, or fetch another mailbox."
        )
    )
  }

  @Test func `the highest number of all ends the fetch`() throws {
    let mailbox = Self.mailbox(1)
    mailbox.mails[.max] = [65]
    let vault = Vault()
    #expect(try Self.run(MailboxFetch(), mailbox, vault).stored == 2)
    #expect(try Self.run(MailboxFetch(), mailbox, vault).stored == 0)
  }
}
