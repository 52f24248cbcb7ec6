import Testing

@testable import Mail

@Suite struct ProgramRunTests {
  private static func run(
    _ line: String,
    input: [UInt8] = [],
    keepsErrors: Bool = true
  ) throws -> (status: ProgramRun.Status, output: [UInt8]) {
    let program = ProgramRun(
      path: "/bin/sh",
      arguments: ["-c", line],
      environment: ["PATH": "/usr/bin:/bin", "A": "b c"],
      input: input
    )
    return try program.run(patience: 20, keepsErrors: keepsErrors)
  }

  @Test func `a program reads its input and gives its output and exit code`() throws {
    let input = [UInt8](repeating: 65, count: 200_000)
    let result = try Self.run("wc -c; echo $A; echo x >&2; exit 7", input: input)
    #expect(result.status == .exited(7))
    #expect(String(decoding: result.output, as: UTF8.self) == "200000\nb c\nx\n")
  }

  @Test func `a program that does not read its input harms nobody`() throws {
    let input = [UInt8](repeating: 65, count: 2_000_000)
    #expect(try Self.run("exit 0", input: input).status == .exited(0))
  }

  @Test func `what it says as errors can be thrown away`() throws {
    #expect(try Self.run("echo x >&2", keepsErrors: false).output.isEmpty)
  }

  @Test func `a signal is told from an exit code`() throws {
    let status = try Self.run("kill -9 $$").status
    #expect(status == .killed(9))
    #expect("\(status)" == "was ended by signal 9")
  }

  @Test func `a program can be ended by signals, whatever the thread blocks`() throws {
    #expect(try Self.run("kill -TERM $$; exit 3").status == .killed(15))
  }

  @Test func `a program that says too much is stopped`() throws {
    let result = try Self.run("exec cat /dev/zero")
    #expect(result.status == .stopped)
    #expect(result.output.count < 400_000)
  }

  @Test func `a program that is not there cannot be started`() {
    let program = ProgramRun(path: "/nowhere/x", arguments: [], environment: [:])
    #expect(
      fault { _ = try program.run(patience: 1, keepsErrors: true) }
        == FaultWords(
          true,
          "program.start",
          "/nowhere/x cannot be started: No such file or directory.",
          "Check that the program is installed and may be run."
        )
    )
  }
}
