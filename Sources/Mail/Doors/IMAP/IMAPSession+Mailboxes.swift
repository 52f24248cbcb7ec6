extension IMAPSession {
  /// Opens a mailbox.
  ///
  /// - Throws: A ``MailFault``: `imap.refused` if there is none of the name.
  public func select(_ mailbox: String) throws -> IMAPMailbox {
    var validity: UInt32?
    var next: UInt32?
    var count = 0
    let status = try run("SELECT \(IMAPMailboxName.argument(mailbox))") { response in
      switch response {
      case .exists(let number): count = number
      case .status(let status) where status.code == "UIDVALIDITY":
        validity = UInt32(status.argument)
      case .status(let status) where status.code == "UIDNEXT": next = UInt32(status.argument)
      default: break
      }
    }
    guard let validity, validity > 0 else { throw IMAPFault.noValidity }
    return IMAPMailbox(
      uidValidity: validity,
      uidNext: next,
      count: count,
      isReadOnly: status.code == "READ-ONLY"
    )
  }

  /// Makes a mailbox.
  public func create(_ mailbox: String) throws {
    try run("CREATE \(IMAPMailboxName.argument(mailbox))")
  }
}
