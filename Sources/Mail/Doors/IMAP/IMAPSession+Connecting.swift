import Importing

extension IMAPSession {
  /// Connects to a server and logs in.
  ///
  /// A password goes by SASL PLAIN or LOGIN; if the server has neither, by whatever libcurl
  /// can do of what it has, in the end by the command LOGIN.
  ///
  /// - Throws: A ``MailFault``.
  public static func connect(
    to server: MailServer,
    as credentials: MailCredentials,
    limits: IMAPLimits = IMAPLimits()
  ) throws -> IMAPSession {
    let connection = try connection(server, credentials)
    return IMAPSession(connection, patience: server.patience.answer, limits: limits)
  }

  private static func connection(
    _ server: MailServer,
    _ credentials: MailCredentials
  ) throws -> CurlConnection {
    let dialogue = CurlDialogue()
    do {
      return try CurlConnection(
        server,
        scheme: "imap",
        credentials: credentials,
        dialogue: dialogue
      )
    } catch let fault as MailFault {
      guard case .password = credentials, needsCommand(fault, dialogue) else { throw fault }
      return try CurlConnection(
        server,
        scheme: "imap",
        credentials: credentials,
        options: "AUTH=*",
        dialogue: CurlDialogue()
      )
    }
  }

  /// Whether the login failed only because the server offers no SASL for passwords.
  private static func needsCommand(_ fault: MailFault, _ dialogue: CurlDialogue) -> Bool {
    fault.problem.code == "imap.login"
      && ["AUTH=PLAIN", "AUTH=LOGIN", "LOGINDISABLED"].allSatisfy { word in
        dialogue.lastLine(with: "CAPABILITY", has: word) == false
      }
  }
}
