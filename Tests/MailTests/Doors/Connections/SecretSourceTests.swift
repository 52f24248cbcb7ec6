import Mail
import Testing

@testable import Mail

@Suite struct SecretSourceTests {
  private static let environment = ["PATH": "/usr/bin:/bin", "TOKEN": "ya29.x"]

  private static func read(_ text: String, patience: Int = 60) throws -> String {
    try SecretSource(text).read(environment: environment, patience: patience).value
  }

  @Test func `the written forms are read and written`() throws {
    #expect(try SecretSource("env:TOKEN") == .variable("TOKEN"))
    #expect(try SecretSource("file:/etc/x:y") == .file("/etc/x:y"))
    #expect(try SecretSource("command:pass show mail") == .command("pass show mail"))
    #expect("\(SecretSource.command("pass show a:b"))" == "command:pass show a:b")
    #expect("\(SecretSource.variable("A")) \(SecretSource.file("/b"))" == "env:A file:/b")
  }

  @Test(arguments: ["hunter2", "", "env:", "file:", "password:hunter2", ":x"])
  func `anything else is refused without repeating it`(text: String) {
    #expect(
      fault { _ = try SecretSource(text) }
        == FaultWords(
          false,
          "secret.source",
          "It is not said where the password or token comes from.",
          "Write env:NAME, file:PATH or command:LINE; never the secret itself."
        )
    )
  }

  @Test func `a secret comes from the environment`() throws {
    #expect(try Self.read("env:TOKEN") == "ya29.x")
    #expect(
      fault { _ = try Self.read("env:NONE") }
        == FaultWords(
          false,
          "secret.missing",
          "The password or token is not set: there is no env:NONE.",
          "Set the variable in the environment of the program."
        )
    )
  }

  @Test(arguments: [
    ("pw", "pw"), ("pw\n", "pw"), ("pw\r\n", "pw"), (" p w ", " p w "), ("ü\n", "ü"),
  ])
  func `a secret comes from a file without the line end after it`(text: String, secret: String)
    throws
  {
    let folder = try TestFolder()
    let path = try folder.write(text, to: "secret", mode: 0o600)
    #expect(try Self.read("file:\(path)") == secret)
  }

  @Test(arguments: [0o640, 0o604, 0o644, 0o660, 0o601])
  func `a file that others can read or change is refused`(mode: Int) throws {
    let folder = try TestFolder()
    let path = try folder.write("pw", to: "secret", mode: mode)
    #expect(
      fault { _ = try Self.read("file:\(path)") }
        == FaultWords(
          false,
          "secret.open",
          "Others can read the file with the password or token: "
            + "\(path) has mode \(String(mode, radix: 8)).",
          "Run chmod 600 on it, and change the secret if others may have read it."
        )
    )
  }

  @Test func `a file that is missing or none is refused`() throws {
    let folder = try TestFolder()
    #expect(
      fault { _ = try Self.read("file:\(folder.path)/none") }
        == FaultWords(
          false,
          "secret.missing",
          "The file with the password or token cannot be read: "
            + "\(folder.path)/none: No such file or directory.",
          "Check the path and who owns the file."
        )
    )
    #expect(
      fault { _ = try Self.read("file:\(folder.path)") }
        == FaultWords(
          false,
          "secret.missing",
          "This is no file with a password or token: \(folder.path).",
          "Check the path."
        )
    )
  }

  @Test(arguments: ["", "\n", "\r\n"])
  func `an empty secret is refused`(text: String) throws {
    let folder = try TestFolder()
    let path = try folder.write(text, to: "secret", mode: 0o600)
    #expect(
      fault { _ = try Self.read("file:\(path)") }
        == FaultWords(
          false,
          "secret.empty",
          "The password or token is empty: file:\(path).",
          "Put the secret there, on one line."
        )
    )
  }

  @Test(arguments: [Array("a\nb".utf8), Array("a\r\nb\n".utf8), [0x61, 0x00], [0xFF, 0xFE]])
  func `a secret of several lines, with control characters or not in UTF-8 is refused`(
    bytes: [UInt8]
  ) throws {
    let folder = try TestFolder()
    let path = try folder.write(bytes, to: "secret", mode: 0o600)
    #expect(
      fault { _ = try Self.read("file:\(path)") }
        == FaultWords(
          false,
          "secret.form",
          "The password or token is not one line of text: file:\(path).",
          "Put the secret there alone, on one line, as UTF-8."
        )
    )
  }

  @Test func `a secret is the output of a command, which sees the environment`() throws {
    #expect(try Self.read("command:echo a-$TOKEN; echo noise >&2") == "a-ya29.x")
  }

  @Test func `a command that fails is a fault that passes, without its output`() {
    #expect(
      fault { _ = try Self.read("command:echo hunter2; exit 3") }
        == FaultWords(
          true,
          "secret.command",
          "The command for the password or token ended with exit code 3: "
            + "command:echo hunter2; exit 3.",
          "Run the command by hand and see what it says."
        )
    )
  }

  @Test func `a command that says nothing for too long is stopped`() {
    #expect(
      fault { _ = try Self.read("command:exec sleep 600", patience: 1) }?.message
        == "The command for the password or token did not come to an end and was stopped: "
        + "command:exec sleep 600."
    )
  }
}
