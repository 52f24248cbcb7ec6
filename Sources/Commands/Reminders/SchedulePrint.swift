import ArgumentParser
import Foundation

/// `liaison schedule print systemd|cron`.
struct SchedulePrint: ParsableCommand {
  /// What starts the program.
  enum Scheduler: String, ExpressibleByArgument, CaseIterable {
    case systemd, cron
  }

  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Print what systemd or cron needs to send reminders every quarter of an hour.",
    discussion: """
      Any interval will do: each step is announced once, and what a pause left out
      is announced after it. For systemd there are two units, each after a line with
      its name; --out writes them into a folder. The address, server and secret are
      those of the options, or are set in /etc/liaison/remind.env.

        liaison schedule print systemd --out /etc/systemd/system
        liaison schedule print cron --mail-from contracts@example.org
      """
  )

  @Argument(help: "systemd or cron.")
  var scheduler: Scheduler

  @Option(help: "For systemd: the folder to write the units into.", completion: .directory)
  var out: String?

  @OptionGroup var mailOptions: MailOptions
  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    if out != nil, scheduler == .cron { throw ValidationError("--out is for systemd.") }
  }

  func run() throws {
    let plan = SchedulePlan(
      program: Bundle.main.executablePath ?? "liaison",
      variables: variables(.current())
    )
    if scheduler == .cron { return try StandardOutput.line(plan.crontab) }
    for (name, text) in plan.units {
      if let out {
        try NewFile.write(text, to: (out as NSString).appendingPathComponent(name))
      } else {
        try StandardOutput.line("# \(name)\n\(text)")
      }
    }
  }

  /// What the program is told by its environment; never a secret, only where it is.
  private func variables(_ machine: Machine) -> [(name: String, value: String)] {
    let path = storeOptions.path(machine)
    let absolute =
      path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    let given: [(String, String?)] = [
      ("LIAISON_STORE", absolute), ("LIAISON_ACTOR", storeOptions.actor ?? "Liaison"),
      ("LIAISON_MAIL_FROM", mailOptions.mailbox.from), ("LIAISON_MAIL_SERVER", mailOptions.server),
      ("LIAISON_MAIL_USER", mailOptions.user), ("LIAISON_MAIL_SECRET", mailOptions.secret),
      ("LIAISON_MAIL_AUTHORITIES", mailOptions.authorities),
    ]
    return given.compactMap { name, value in value.map { (name, $0) } }
  }
}

/// The files of a scheduler.
struct SchedulePlan {
  /// The path of the program.
  let program: String
  /// What the program is told by its environment.
  let variables: [(name: String, value: String)]

  /// The units of systemd by their names.
  var units: [(name: String, text: String)] {
    [("liaison-remind.service", service), ("liaison-remind.timer", Self.timer)]
  }

  private var service: String {
    let settings = variables.map { "Environment=\(Self.unitWord("\($0.name)=\($0.value)"))" }
    return """
      [Unit]
      Description=Reminders of Liaison
      After=network-online.target
      Wants=network-online.target

      [Service]
      Type=oneshot
      \(settings.joined(separator: "\n"))
      EnvironmentFile=-/etc/liaison/remind.env
      ExecStart=\(Self.unitWord(program)) remind --deliver --quiet
      # Mails that wait for the server go out at the next run.
      SuccessExitStatus=75
      UMask=0077
      NoNewPrivileges=yes
      PrivateTmp=yes

      """
  }

  private static let timer = """
    [Unit]
    Description=Reminders of Liaison, every quarter of an hour

    [Timer]
    OnCalendar=*:0/15
    Persistent=true

    [Install]
    WantedBy=timers.target

    """

  /// A line for `crontab -e`.
  var crontab: String {
    let settings = variables.map { "\($0.name)=\(Self.shellWord($0.value))" }
    let words = settings + [Self.shellWord(program), "remind --deliver --quiet"]
    // A percent sign is a line end to cron.
    return "*/15 * * * * " + words.joined(separator: " ").replacing("%", with: "\\%")
  }

  /// A word of a unit file: in quotes, with `%` doubled, see systemd.syntax(7).
  private static func unitWord(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("%", with: "%%")
    return "\"\(escaped)\""
  }

  private static func shellWord(_ text: String) -> String {
    let plain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "/._-@:+=".utf8.contains(byte)
      }
    }
    return plain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
