/// Where a password or a token comes from; the settings name the place, never the secret.
///
/// Written `env:NAME`, `file:PATH` or `command:LINE`.
public enum SecretSource: Sendable, Equatable, CustomStringConvertible {
  /// A variable of the environment.
  case variable(String)
  /// A file that only its owner can read.
  case file(String)
  /// The output of a line of the shell, such as a password store or an OAuth helper.
  case command(String)

  /// Reads the written form.
  ///
  /// - Throws: A ``MailFault`` with code `secret.source`. It does not repeat the text, since
  ///   that may be the secret itself.
  public init(_ text: String) throws {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count > 1 ? parts[1] : "") {
    case ("env", let name) where !name.isEmpty: self = .variable(name)
    case ("file", let path) where !path.isEmpty: self = .file(path)
    case ("command", let line) where !line.isEmpty: self = .command(line)
    default:
      throw MailFault.permanent(
        "secret.source",
        "It is not said where the password or token comes from.",
        remedy: "Write env:NAME, file:PATH or command:LINE; never the secret itself."
      )
    }
  }

  /// The written form.
  public var description: String {
    switch self {
    case .variable(let name): "env:\(name)"
    case .file(let path): "file:\(path)"
    case .command(let line): "command:\(line)"
    }
  }

  /// Reads the secret, without the line end after it.
  ///
  /// - Parameters:
  ///   - environment: The variables of the environment, which a command is given too.
  ///   - patience: How many seconds a command may be silent.
  /// - Returns: The secret, never empty.
  /// - Throws: A ``MailFault``: `secret.missing`, `secret.open`, `secret.empty`,
  ///   `secret.form`, `secret.command`.
  public func read(environment: [String: String], patience: Int = 60) throws -> Secret {
    let bytes: [UInt8]
    switch self {
    case .variable(let name):
      guard let value = environment[name] else { throw missing() }
      bytes = Array(value.utf8)
    case .file(let path): bytes = try SecretFile(path: path).read()
    case .command(let line): bytes = try output(of: line, environment, patience)
    }
    return try secret(bytes)
  }

  private func secret(_ bytes: [UInt8]) throws -> Secret {
    var bytes = bytes[...]
    if bytes.last == 0x0A { bytes.removeLast() }
    if bytes.last == 0x0D { bytes.removeLast() }
    guard !bytes.isEmpty else { throw empty() }
    let isLine = bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    guard isLine, let text = String(validating: bytes, as: UTF8.self) else { throw form() }
    return Secret(text)
  }

  private func output(
    of line: String,
    _ environment: [String: String],
    _ patience: Int
  ) throws -> [UInt8] {
    let shell = ProgramRun(path: "/bin/sh", arguments: ["-c", line], environment: environment)
    let result = try shell.run(patience: patience, keepsErrors: false)
    guard result.status == .exited(0) else { throw failed(result.status) }
    return result.output
  }
}

extension SecretSource {
  private func missing() -> MailFault {
    .permanent(
      "secret.missing",
      "The password or token is not set: there is no \(self).",
      remedy: "Set the variable in the environment of the program."
    )
  }

  private func empty() -> MailFault {
    .permanent(
      "secret.empty",
      "The password or token is empty: \(self).",
      remedy: "Put the secret there, on one line."
    )
  }

  private func form() -> MailFault {
    .permanent(
      "secret.form",
      "The password or token is not one line of text: \(self).",
      remedy: "Put the secret there alone, on one line, as UTF-8."
    )
  }

  private func failed(_ status: ProgramRun.Status) -> MailFault {
    .passing(
      "secret.command",
      "The command for the password or token \(status): \(self).",
      remedy: "Run the command by hand and see what it says."
    )
  }
}
