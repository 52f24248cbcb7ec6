/// A mailbox on a server, as far as fetching needs it; an ``IMAPSession`` is one.
public protocol RemoteMailbox: AnyObject {
  /// Opens a mailbox.
  func select(_ mailbox: String) throws -> IMAPMailbox
  /// The numbers of the mails from a number on, ascending.
  func uids(from first: UInt32) throws -> [UInt32]
  /// Which of the numbers are still there, ascending.
  func present(of uids: [UInt32]) throws -> [UInt32]
  /// The sizes of mails in bytes by their numbers; those that are gone are not in it.
  func sizes(of uids: [UInt32]) throws -> [UInt32: Int]
  /// Fetches whole mails one after the other, without setting `\Seen`.
  func fetch(_ uids: [UInt32], take: (UInt32, [UInt8]) throws -> Void) throws
  /// Sets flags on mails, in addition to those that they have.
  func add(flags: [String], to uids: [UInt32]) throws
  /// Moves mails to another mailbox, which is made if it is missing; gone ones are no fault.
  func move(_ uids: [UInt32], to mailbox: String) throws
}

extension IMAPSession: RemoteMailbox {}
