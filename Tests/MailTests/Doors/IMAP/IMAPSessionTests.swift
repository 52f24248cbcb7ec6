import Testing

@testable import Mail

@Suite struct IMAPSessionTests {
  private static func session(
    limits: IMAPLimits = IMAPLimits(),
    _ answer: @escaping (String) -> String
  ) -> (IMAPSession, ScriptedConnection) {
    let connection = ScriptedConnection(answer: answer)
    return (IMAPSession(connection, patience: 1, limits: limits), connection)
  }

  @Test func `a mailbox is opened under its written name`() throws {
    let (session, connection) = Self.session { _ in
      """
      * 3 EXISTS\r\n* OK [UIDVALIDITY 77] ok\r\n* OK [UIDNEXT 12] ok\r\nTAG OK [READ-ONLY] done\r\n
      """
    }
    #expect(
      try session.select("Entwürfe")
        == IMAPMailbox(uidValidity: 77, uidNext: 12, count: 3, isReadOnly: true)
    )
    #expect(connection.commands == ["SELECT \"Entw&APw-rfe\""])
  }

  @Test func `a server that keeps no numbers is refused`() {
    let (session, _) = Self.session { _ in "* 3 EXISTS\r\nTAG OK done\r\n" }
    #expect(
      fault { _ = try session.select("INBOX") }
        == FaultWords(
          false,
          "imap.uidvalidity",
          "The mail server does not say by which numbers it keeps the mails (UIDVALIDITY).",
          "Take the mails from a server that keeps numbers, or from a Maildir."
        )
    )
  }

  @Test func `a refusal says the command and the server's words, and the session goes on`() throws {
    let (session, _) = Self.session { command in
      command == "UID SEARCH UID 5:*"
        ? "* SEARCH 9 7 3\r\nTAG OK done\r\n" : "TAG NO [NONEXISTENT] no such box\r\n"
    }
    #expect(
      fault { _ = try session.select("X") }
        == FaultWords(
          false,
          "imap.refused",
          "The mail server refused SELECT: “[NONEXISTENT] no such box”.",
          "Check the mailbox and what the user may do with it."
        )
    )
    #expect(try session.uids(from: 5) == [7, 9])
  }

  @Test func `a passing refusal is passing`() {
    let (session, _) = Self.session { _ in "TAG NO [UNAVAILABLE] later\r\n" }
    #expect(
      fault { _ = try session.uids(from: 1) }
        == FaultWords(
          true,
          "imap.refused",
          "The mail server refused UID SEARCH: “[UNAVAILABLE] later”.",
          "Try again later."
        )
    )
  }

  @Test func `mails are fetched without a trace and handed over one by one`() throws {
    let (session, connection) = Self.session { _ in
      """
      * 2 FETCH (UID 9 BODY[] {12}\r\nTAG OK fake\r\n)\r\n* 1 FETCH (FLAGS (\\Seen))\r
      * 3 FETCH (BODY[] {1}\r\nx UID 8)\r\nTAG OK done\r\n
      """
    }
    var taken: [String] = []
    try session.fetch([8, 9]) { uid, bytes in
      taken.append("\(uid): \(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(taken == ["9: M1 OK fake\r\n", "8: x"])
    #expect(connection.commands == ["UID FETCH 8:9 (UID BODY.PEEK[])"])
  }

  @Test func `what the receiver throws is thrown after the answer, and the session goes on`() throws
  {
    struct Full: Error {}
    let (session, _) = Self.session { command in
      command.hasPrefix("UID FETCH")
        ? "* 1 FETCH (UID 1 BODY[] {1}\r\na)\r\n* 2 FETCH (UID 2 BODY[] {1}\r\nb)\r\nTAG OK x\r\n"
        : "* SEARCH 2\r\nTAG OK done\r\n"
    }
    var count = 0
    #expect(throws: Full.self) {
      try session.fetch([1, 2]) { _, _ in
        count += 1
        throw Full()
      }
    }
    #expect(count == 1)
    #expect(try session.present(of: [1, 2]) == [2])
  }

  @Test func `mails are moved by MOVE where there is that`() throws {
    let (session, connection) = Self.session { command in
      command == "CAPABILITY" ? "* CAPABILITY IMAP4rev1 MOVE\r\nTAG OK x\r\n" : "TAG OK x\r\n"
    }
    try session.move([1, 2], to: "Done")
    try session.move([], to: "Done")
    try session.move([5], to: "Done")
    #expect(
      connection.commands == ["CAPABILITY", "UID MOVE 1:2 \"Done\"", "UID MOVE 5 \"Done\""]
    )
  }

  @Test func `else they are copied, marked, and removed by number`() throws {
    let (session, connection) = Self.session { command in
      command == "CAPABILITY" ? "* CAPABILITY IMAP4rev1 UIDPLUS\r\nTAG OK x\r\n" : "TAG OK x\r\n"
    }
    try session.move([1, 2], to: "Done")
    #expect(
      connection.commands.dropFirst() == [
        "UID COPY 1:2 \"Done\"", "UID STORE 1:2 +FLAGS.SILENT (\\Deleted)", "UID EXPUNGE 1:2",
      ]
    )
  }

  @Test func `without UIDPLUS they stay behind marked, since EXPUNGE would remove others too`()
    throws
  {
    let (session, connection) = Self.session { command in
      command == "CAPABILITY" ? "* CAPABILITY IMAP4rev1\r\nTAG OK x\r\n" : "TAG OK x\r\n"
    }
    try session.move([3], to: "Done")
    #expect(
      connection.commands.dropFirst() == [
        "UID COPY 3 \"Done\"", "UID STORE 3 +FLAGS.SILENT (\\Deleted)",
      ]
    )
  }

  @Test func `a target that is missing is made`() throws {
    var isMade = false
    let (session, connection) = Self.session { command in
      if command == "CAPABILITY" { return "* CAPABILITY MOVE\r\nTAG OK x\r\n" }
      if command.hasPrefix("CREATE") { isMade = true }
      return isMade ? "TAG OK x\r\n" : "TAG NO [TRYCREATE] none\r\n"
    }
    try session.move([3], to: "Done")
    #expect(
      connection.commands.dropFirst() == [
        "UID MOVE 3 \"Done\"", "CREATE \"Done\"", "UID MOVE 3 \"Done\"",
      ]
    )
  }

  @Test func `new mail ends the waiting`() throws {
    let (session, connection) = Self.session { command in
      command == "DONE" ? "M1 OK done\r\n" : "+ idling\r\n* 5 EXISTS\r\n"
    }
    #expect(try session.idle(seconds: 1740))
    #expect(connection.commands == ["IDLE", "DONE"])
  }

  @Test func `when nothing comes the waiting ends without news`() throws {
    let (session, connection) = Self.session { command in
      command == "DONE" ? "M1 OK done\r\n" : "+ idling\r\n"
    }
    #expect(try !session.idle(seconds: 1740))
    connection.silence = .interrupted
    let (other, _) = Self.session { command in
      command == "DONE" ? "M1 OK done\r\n" : "+ idling\r\n* OK Still here\r\n"
    }
    #expect(try !other.idle(seconds: 1740))
  }

  @Test func `news that come between DONE and the end count`() throws {
    let (session, _) = Self.session { command in
      command == "DONE" ? "* 6 EXISTS\r\nM1 OK done\r\n" : "+ idling\r\n"
    }
    #expect(try session.idle(seconds: 1740))
  }

  @Test func `a server without IDLE refuses it`() {
    let (session, _) = Self.session { _ in "TAG BAD unknown\r\n" }
    #expect(
      fault { _ = try session.idle(seconds: 1) }?.message
        == "The mail server refused IDLE: “unknown”."
    )
  }

  @Test func `a farewell, a closed connection and silence are faults that pass`() {
    let (session, _) = Self.session { _ in "* BYE shutting down\r\n" }
    #expect(
      fault { _ = try session.uids(from: 1) }
        == FaultWords(
          true,
          "imap.closed",
          "The mail server closed the connection: “shutting down”.",
          "Try again later."
        )
    )
    let (silent, connection) = Self.session { _ in "* SEARCH 1" }
    #expect(
      fault { _ = try silent.uids(from: 1) }
        == FaultWords(
          true,
          "imap.timeout",
          "The mail server did not answer in time.",
          "Try again later."
        )
    )
    #expect(
      fault { _ = try silent.uids(from: 1) }
        == FaultWords(
          true,
          "imap.broken",
          "The connection was given up after an earlier fault.",
          "Connect again."
        )
    )
    connection.silence = .closed
    let closed = IMAPSession(connection, patience: 1, limits: IMAPLimits())
    #expect(
      fault { _ = try closed.uids(from: 1) }
        == FaultWords(
          true,
          "imap.closed",
          "The mail server closed the connection.",
          "Try again later."
        )
    )
  }

  @Test func `a server that talks without end is given up`() {
    let (session, _) = Self.session(limits: IMAPLimits(command: 50)) { _ in
      String(repeating: "* 1 EXISTS\r\n", count: 10)
    }
    #expect(
      fault { _ = try session.uids(from: 1) }?.message
        == "The mail server sent an answer beyond the limit of 50."
    )
  }

  @Test func `the farewell to a logout is no fault`() {
    let (session, connection) = Self.session { _ in "* BYE bye\r\nTAG OK done\r\n" }
    session.logout()
    #expect(connection.commands == ["LOGOUT"])
    #expect(fault { _ = try session.uids(from: 1) }?.code == "imap.broken")
  }
}
