import TestSupport
import Testing

/// A store in which one contract review falls due: the first step of its reminder goes to Ada Berg
/// on 2026-10-02, and Lin Mo is her lead.
struct ReminderOrganisation {
  let program: Program

  private static let register = """
    <?xml version="1.0" encoding="UTF-8"?>
    <register xmlns="urn:liaison:register:1">
      <people>
        <person reference="lin"><name>Lin Mo</name><email>lin@example.org</email></person>
        <person reference="ada">
          <name>Ada Berg</name><email>ada@example.org</email><lead>lin</lead>
        </person>
      </people>
      <agreements>
        <agreement reference="C-1">
          <title>Cloud</title><startsOn>2025-11-01</startsOn><endsOn>2030-10-31</endsOn>
          <party role="supplier"><name>Acme</name></party>
        </agreement>
      </agreements>
      <assignments>
        <assignment role="contractManager" person="ada" validFrom="2020-01-01"/>
      </assignments>
    </register>

    """

  init() throws {
    program = try Program()
    program.environment["LIAISON_MAIL_FROM"] = "contracts@example.org"
    program.environment["LIAISON_MAIL_AUTH_SERVER"] = "here.example"
    try program.write(Self.register, to: "register.xml")
    try program.write("policy: 1\nreview.performance.strategic: none\n", to: "policy.yaml")
    for line in [
      ["init", "--organization", "Example IT", "--zone", "Europe/Berlin"],
      ["import", "register.xml", "--effective", "2020-01-01"],
      [
        "policy", "apply", "policy.yaml", "--approved-by", "Lin", "--effective", "2020-01-01",
      ],
    ] {
      let result = try program.run(line)
      try #require(result.code == 0, "\(line): \(result.errors)")
    }
  }

  /// Sends through a server of this machine from now on.
  func use(port: Int) {
    program.environment["LIAISON_MAIL_SERVER"] = "smtp+plain://127.0.0.1:\(port)"
  }

  /// Runs `remind --deliver` as of a day.
  func remind(_ day: String = "2026-10-02", _ more: String...) throws -> Program.Result {
    try program.run(["remind", "--deliver", "--as-of", day] + more)
  }

  /// Tries a mail again, whatever its back-off.
  func sendAgain(_ mail: String = "mail-1") throws -> Program.Result {
    try program.run("outbox", "send", mail)
  }

  /// The states of the reminders that a later one does not stand for, in order of key.
  func reminders() throws -> [String] {
    try program.objects("reminder", "list", "--format", "json")
      .compactMap { $0["state"] as? String }.filter { $0 != "superseded" }
  }
}
