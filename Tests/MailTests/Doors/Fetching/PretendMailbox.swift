import Importing
import Mail

/// A mailbox in memory that can break off at any step.
final class PretendMailbox: RemoteMailbox {
  struct Cut: Error {}

  var uidValidity: UInt32 = 7
  var isReadOnly = false
  var mails: [UInt32: [UInt8]] = [:]
  /// The mails that were flagged or moved, by what was done to them.
  var flagged: Set<UInt32> = []
  var moved: [UInt32: String] = [:]
  /// Mails whose text the server refuses, or has not.
  var refused: Set<UInt32> = []
  var bodiless: Set<UInt32> = []
  /// Mails whose size the server does not say.
  var sizeless: Set<UInt32> = []
  /// Whether mails are fetched from the highest number down.
  var isDescending = false
  /// What is done before each step; may throw.
  var step: () throws -> Void = {}
  private(set) var fetched: [UInt32: Int] = [:]

  func select(_ mailbox: String) throws -> IMAPMailbox {
    try step()
    return IMAPMailbox(uidValidity: uidValidity, count: mails.count, isReadOnly: isReadOnly)
  }

  func uids(from first: UInt32) throws -> [UInt32] {
    try step()
    return mails.keys.filter { $0 >= first }.sorted()
  }

  func present(of uids: [UInt32]) throws -> [UInt32] {
    try step()
    return uids.filter { mails[$0] != nil }.sorted()
  }

  func sizes(of uids: [UInt32]) throws -> [UInt32: Int] {
    try step()
    return mails.filter { uids.contains($0.key) && !sizeless.contains($0.key) }.mapValues(\.count)
  }

  func fetch(_ uids: [UInt32], take: (UInt32, [UInt8]) throws -> Void) throws {
    for uid in isDescending ? uids.reversed() : uids {
      try step()
      if refused.contains(uid) {
        throw MailFault(
          isPassing: false,
          problem: .init("imap.refused", message: "Damaged.", remedy: "Mend it.")
        )
      }
      guard let mail = mails[uid], !bodiless.contains(uid) else { continue }
      fetched[uid, default: 0] += 1
      try take(uid, mail)
    }
  }

  func add(flags: [String], to uids: [UInt32]) throws {
    guard !uids.isEmpty else { return }
    try step()
    flagged.formUnion(uids)
    try step()
  }

  func move(_ uids: [UInt32], to mailbox: String) throws {
    for uid in uids {
      try step()
      guard mails.removeValue(forKey: uid) != nil else { continue }
      moved[uid] = mailbox
    }
  }
}
