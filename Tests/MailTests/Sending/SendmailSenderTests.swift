import Importing
import Mail
import Testing

@Suite struct SendmailSenderTests {
  private static func send(
    _ script: String,
    sender: String = "s@y",
    patience: Int = 20
  ) throws -> (SendReport, TestFolder) {
    let folder = try TestFolder()
    let path = try folder.writeProgram(
      "#!/bin/sh\ncd '\(folder.path)'\n\(script)\n",
      to: "sendmail"
    )
    let program = SendmailSender(
      path: path,
      environment: ["PATH": "/usr/bin:/bin"],
      patience: patience
    )
    let envelope = try MailEnvelope(sender: sender, recipients: ["a@x", "b@x"])
    return (program.send(OutgoingMail(envelope, content: Array("A: 1\r\n\r\n.\r\nx".utf8))), folder)
  }

  @Test func `the program is given envelope and mail, lines ended by LF`() throws {
    let (report, folder) = try Self.send("printf '%s\\n' \"$@\" > args; cat > mail")
    #expect(try folder.read("args") == "-i\n-f\ns@y\n--\na@x\nb@x\n")
    #expect(try folder.read("mail") == "A: 1\n\n.\nx\n")
    let reply = SendReply(code: 0, text: "The program ended with exit code 0.")
    #expect(report.deliveries.map(\.outcome) == [.accepted(reply), .accepted(reply)])
    #expect(report.deliveries.map(\.recipient) == ["a@x", "b@x"])
    #expect(report.fault == nil)
  }

  @Test func `the null sender is written in brackets`() throws {
    let (_, folder) = try Self.send("printf '%s\\n' \"$@\" > args", sender: "")
    #expect(try folder.read("args").hasPrefix("-i\n-f\n<>\n--\n"))
  }

  @Test(arguments: [64, 65, 67, 68, 77])
  func `exit codes that blame the mail are permanent`(code: Int) throws {
    let (report, _) = try Self.send("echo 'no such user' >&2; exit \(code)")
    #expect(
      report.deliveries.first?.outcome
        == .permanent(SendReply(code: code, text: "no such user "))
    )
  }

  @Test(arguments: [1, 69, 70, 71, 73, 74, 75, 78, 127])
  func `all others are temporary`(code: Int) throws {
    let (report, _) = try Self.send("exit \(code)")
    #expect(
      report.deliveries.first?.outcome
        == .temporary(SendReply(code: code, text: "The program ended with exit code \(code)."))
    )
  }

  @Test func `a program that hangs is temporary, and the mail may have been taken`() throws {
    let (report, _) = try Self.send("exec sleep 600", patience: 1)
    #expect(
      report.deliveries.first?.outcome
        == .temporary(
          SendReply(code: nil, text: "The program did not come to an end and was stopped.")
        )
    )
    #expect(report.isUncertain)
  }

  @Test func `a program that is not there is a fault, and nothing is wrong with the mail`() throws {
    let envelope = try MailEnvelope(sender: "", recipients: ["a@x"])
    let report = SendmailSender(path: "/nowhere/sendmail", environment: [:]).send(
      OutgoingMail(envelope, content: [])
    )
    #expect(report.fault?.problem.code == "program.start")
    #expect(
      report.deliveries.map(\.outcome) == [
        .temporary(
          SendReply(
            code: nil,
            text: "/nowhere/sendmail cannot be started: No such file or directory."
          )
        )
      ]
    )
  }
}
