import Importing

/// Hands mails to the mail server of this machine through its program `sendmail`.
public struct SendmailSender: MailSender, Sendable {
  /// The program's file.
  public var path: String
  /// All variables that the program sees.
  public var environment: [String: String]
  /// How many seconds the program may be silent.
  public var patience: Int

  /// Makes a sender.
  public init(
    path: String = "/usr/sbin/sendmail",
    environment: [String: String],
    patience: Int = 120
  ) {
    self.path = path
    self.environment = environment
    self.patience = patience
  }

  /// Runs the program once; what it says counts for all recipients.
  ///
  /// A full stop alone is no end (`-i`), recipients come as arguments, never from the header,
  /// and lines end in LF, as programs of a Unix expect.
  public func send(_ mail: OutgoingMail) -> SendReport {
    let envelope = mail.envelope
    let sender = envelope.sender.isEmpty ? "<>" : envelope.sender
    let program = ProgramRun(
      path: path,
      arguments: ["-i", "-f", sender, "--"] + envelope.recipients,
      environment: environment,
      input: LineEnds.normalise(mail.content, to: [0x0A])
    )
    do {
      let result = try program.run(patience: patience, keepsErrors: true)
      let outcome = Self.outcome(result.status, result.output)
      return SendReport(
        deliveries: envelope.recipients.map { .init(recipient: $0, outcome: outcome) },
        isUncertain: result.status == .stopped
      )
    } catch {
      let fault = error as? MailFault
      return SendReport(envelope, failed: fault ?? cannotRun)
    }
  }

  /// What an exit code of sysexits.h means.
  ///
  /// Only those that blame the mail or its addresses are permanent: wrong use 64, data 65, no
  /// user 67, no host 68, no permission 77.
  private static func outcome(_ status: ProgramRun.Status, _ output: [UInt8]) -> SendOutcome {
    let words = printable(output.map { $0 == 0x0A ? 0x20 : $0 })
    let text = words.isEmpty ? "The program \(status)." : words
    guard case .exited(let code) = status else {
      return .temporary(SendReply(code: nil, text: text))
    }
    let reply = SendReply(code: Int(code), text: text)
    switch code {
    case 0: return .accepted(reply)
    case 64, 65, 67, 68, 77: return .permanent(reply)
    default: return .temporary(reply)
    }
  }

  private var cannotRun: MailFault {
    .passing(
      "program.start",
      "\(path) cannot be started.",
      remedy: "Check that the program is installed and may be run."
    )
  }
}
