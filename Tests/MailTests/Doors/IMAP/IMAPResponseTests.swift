import Testing

@testable import Mail

@Suite struct IMAPResponseTests {
  private static func response(_ text: String) throws -> IMAPResponse {
    var framer = IMAPFramer()
    try framer.feed(Array("\(text)\r\n".utf8))
    let pieces = framer.take()
    return try IMAPResponse(#require(pieces))
  }

  @Test func `the end of a command has tag, condition, code and text`() throws {
    guard case .completed(let tag, let status) = try Self.response("M7 NO [TRYCREATE] no such box")
    else {
      Issue.record("This is no end of a command.")
      return
    }
    #expect(tag == "M7")
    #expect(status.condition == .refused)
    #expect(status.code == "TRYCREATE")
    #expect(status.summary == "[TRYCREATE] no such box")
    #expect(!status.isPassing)
  }

  @Test(arguments: ["UNAVAILABLE", "INUSE", "serverbug", "LIMIT"])
  func `the reasons that RFC 5530 calls passing are passing`(code: String) throws {
    guard case .status(let status) = try Self.response("* NO [\(code)] later") else {
      Issue.record("This is no status.")
      return
    }
    #expect(status.isPassing)
  }

  @Test func `a code may have an argument`() throws {
    guard case .status(let status) = try Self.response("* ok [UIDVALIDITY 3857529045] valid") else {
      Issue.record("This is no status.")
      return
    }
    #expect(status.condition == .done)
    #expect(status.code == "UIDVALIDITY")
    #expect(status.argument == "3857529045")
    #expect(status.text == "valid")
  }

  @Test func `a search of any length is read, with and without what follows in parentheses`()
    throws
  {
    let numbers = (1...60_000).map { UInt32($0) * 3 }
    let text = numbers.map(String.init).joined(separator: " ")
    #expect(try Self.response("* SEARCH \(text)") == .search(numbers))
    #expect(try Self.response("* search 4294967295 (MODSEQ 917162500)") == .search([4_294_967_295]))
    #expect(try Self.response("* SEARCH") == .search([]))
  }

  @Test(arguments: ["* SEARCH 0", "* SEARCH 4294967296", "* SEARCH 1 x", "* SEARCH -1"])
  func `numbers that no mail can have are refused`(line: String) {
    #expect(fault { _ = try Self.response(line) }?.code == "imap.response")
  }

  @Test func `a fetched mail has its number, size, flags and body`() throws {
    #expect(
      try Self.response(
        "* 5 FETCH (FLAGS (\\Seen $Done) UID 9 X-Y (1 (2 NIL)) RFC822.SIZE 3 BODY[] {3}\r\na\r\n)"
      )
        == .fetch(
          {
            var fetched = IMAPFetched([])
            fetched.uid = 9
            fetched.size = 3
            fetched.flags = ["\\Seen", "$Done"]
            fetched.body = Array("a\r\n".utf8)
            return fetched
          }()
        )
    )
  }

  @Test(arguments: ["BODY[] \"a\\\"b\\\\c\"", "RFC822 {5}\r\na\"b\\c"])
  func `a body may be a quoted string or a literal`(attribute: String) throws {
    guard case .fetch(let fetched) = try Self.response("* 5 FETCH (UID 1 \(attribute))") else {
      Issue.record("This is no fetch.")
      return
    }
    #expect(fetched.body == Array("a\"b\\c".utf8))
  }

  @Test func `a body that the server does not have is none`() throws {
    guard case .fetch(let fetched) = try Self.response("* 5 FETCH (UID 1 BODY[] NIL)") else {
      Issue.record("This is no fetch.")
      return
    }
    #expect(fetched.body == nil)
  }

  @Test func `other untagged data are passed over`() throws {
    #expect(try Self.response("* FLAGS (\\Seen \\*)") == .other)
    #expect(try Self.response("* 4 RECENT") == .other)
    #expect(try Self.response("* LIST () \"/\" \"a b\"") == .other)
    #expect(try Self.response("* ") == .other)
    #expect(try Self.response("* 23 EXISTS") == .exists(23))
    #expect(try Self.response("+ idling") == .goOn)
    #expect(try Self.response("* CAPABILITY IMAP4rev1 move") == .capability(["IMAP4REV1", "MOVE"]))
  }

  @Test func `what is no IMAP is refused with its words`() {
    #expect(
      fault { _ = try Self.response("HTTP/1.1 400 Bad\u{7} Request") }
        == FaultWords(
          true,
          "imap.response",
          "The mail server sent what is no IMAP: “HTTP/1.1 400 Bad? Request”.",
          "Try again; if it stays so, check that this is an IMAP server."
        )
    )
    #expect(fault { _ = try Self.response("") }?.code == "imap.response")
    #expect(
      fault { _ = try Self.response("* 1 FETCH (UID 1") }?.message
        == "The mail server sent what is no IMAP: a list without end."
    )
    #expect(
      fault { _ = try Self.response("* 1 FETCH \"abc") }?.message
        == "The mail server sent what is no IMAP: a quoted string without end."
    )
    #expect(
      fault { _ = try Self.response("* 1 FETCH )") }?.message
        == "The mail server sent what is no IMAP: a closing parenthesis too many."
    )
    let deep = String(repeating: "(", count: 200_000)
    #expect(
      fault { _ = try Self.response("* 1 FETCH \(deep)") }?.message
        == "The mail server sent what is no IMAP: lists too deep."
    )
  }
}
