import Mail
import Testing

@testable import Mail

@Suite struct LMTPAddressTests {
  @Test func `a path, a port, and a host with a port are read`() throws {
    #expect(try LMTPAddress("/run/x/lmtp") == .socket(path: "/run/x/lmtp", mode: 0o600))
    #expect(try LMTPAddress("2424") == .port(2424, host: "127.0.0.1"))
    #expect(try LMTPAddress("localhost:24") == .port(24, host: "localhost"))
    #expect(try LMTPAddress("[::1]:24") == .port(24, host: "::1"))
  }

  @Test(arguments: [
    "0.0.0.0:24", "192.0.2.1:24", "mail.example.org:24", "[::]:24", "x", "", "127.0.0.1:70000",
    ":24",
  ])
  func `what others could reach is refused`(text: String) {
    #expect(fault { _ = try LMTPAddress(text) }?.code == "lmtp.address")
  }

  @Test func `the refusal has its words`() {
    #expect(
      fault { _ = try LMTPAddress("0.0.0.0:24") }
        == FaultWords(
          false,
          "lmtp.address",
          "LMTP does not listen at “0.0.0.0”, which is no address of this machine.",
          "Give the path of a socket, or 127.0.0.1 and a port; LMTP has no passwords."
        )
    )
    let receiver = PretendReceiver()
    #expect(
      fault { _ = try LMTPServer(.port(0, host: "0.0.0.0"), receiver: receiver) }?.code
        == "lmtp.address"
    )
  }
}
