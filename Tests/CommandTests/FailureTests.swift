import Foundation
import TestSupport
import Testing

@testable import Commands

/// Disks that do not read or take any more, and permissions that are missing.
@Suite struct FailureTests {
  private let program: Program

  init() throws { program = try Program() }

  // MARK: 74, cannot read or write

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem"), "Linux only."))
  func `a file that the system does not read is said`() throws {
    let result = try program.run("import", "/proc/self/mem")
    #expect(result.code == 74)
    #expect(
      result.errors
        == "/proc/self/mem: error: The file cannot be read: Input/output error.\n"
        + "  Check its access rights and the disk.\n"
    )
    #expect(!program.has("store.sqlite"))
  }

  @Test func `a folder in place of a file is said`() throws {
    try program.write("a,b\n", to: "folder/inner.csv")
    let result = try program.shell("liaison profile draft folder --out p.yaml")
    #expect(result.code == 66)
    #expect(
      result.errors
        == "folder: error: This is a folder, not a file.\n  Name the files in it.\n"
    )
    let input = try program.shell("liaison import - < folder")
    #expect(input.code == 66)
    #expect(input.errors == "-: error: This is a folder, not a file.\n  Name the files in it.\n")
  }

  @Test(
    .enabled(if: hasFullDevice, "There is no /dev/full."),
    arguments: [
      "report register", "report register --format csv", "report list", "agreement list",
      "export", "doctor", "journal verify", "schema", "manual", "--help", "--version",
      "--generate-completion-script zsh", "import --dry-run register.csv",
      "import --dry-run --format json register.csv",
    ]
  )
  func `output that the system does not take is said`(command: String) throws {
    try program.fillStore()
    let result = try program.shell("liaison \(command) > /dev/full")
    #expect(result.code == 74)
    #expect(
      result.errors == "error: The output cannot be written: No space left on device.\n"
    )
  }

  /// The line that lets no file grow beyond a number of KiB.
  private func limit(_ size: Int, _ command: String) -> String {
    "trap '' XFSZ; ulimit -f \(size); \(command)"
  }

  @Test func `a store that cannot grow keeps what it had`() throws {
    try program.run("init")
    let rows = (1...20_000).map { "R-\($0),Party \($0),Title \($0)\n" }.joined()
    try program.write("Reference,Party,Title\n" + rows, to: "large.csv")
    let result = try program.shell(limit(1_500, "liaison import large.csv"))
    #expect(result.code == 74)
    #expect(
      result.errors.hasPrefix("error: The store refused a change: ")
        && result.errors.hasSuffix(". Nothing was changed.\n"),
      "\(result.errors)"
    )
    #expect(try program.objects("batch", "list", "--format", "json").isEmpty)
    #expect(try program.run("doctor").code == 0)
    #expect(try program.run("import", "large.csv").code == 0)
  }

  @Test func `a file that is begun and cannot be ended leaves nothing`() throws {
    try program.run("init")
    let rows = (1...2_000).map { "R-\($0),Party \($0),Title \($0)\n" }.joined()
    try program.write("Reference,Party,Title\n" + rows, to: "large.csv")
    try program.run("import", "large.csv")
    let export = try program.shell(limit(100, "liaison export --out out.xml"))
    #expect(export.code == 74)
    #expect(
      export.errors
        == "error: The file out.xml cannot be written: File too large. Nothing is left of it.\n"
    )
    let backup = try program.shell(limit(100, "liaison backup copy.sqlite"))
    #expect(backup.code == 74)
    #expect(
      backup.errors
        == "error: The file copy.sqlite cannot be written: the disk does not take it. "
        + "Nothing is left of it.\n"
    )
    let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
    #expect(!names.contains { $0.hasPrefix("out.xml") || $0.hasPrefix("copy.sqlite") }, "\(names)")
  }

  @Test func `rejected records that cannot be written keep the import from being stored`() throws {
    try program.run("init")
    let rows = (1...5_000).map { "R-\($0),Party,Title \($0),31/02/2026\n" }.joined()
    try program.write("Reference,Party,Title,Start\n" + rows, to: "bad.csv")
    let result = try program.shell(limit(100, "liaison import bad.csv --rejects r.csv"))
    #expect(result.code == 74)
    #expect(
      result.errors.hasSuffix(
        "error: The file r.csv cannot be written: File too large. Nothing was stored.\n"
      ),
      "\(result.errors)"
    )
    #expect(try program.objects("batch", "list", "--format", "json").isEmpty)
    #expect(!program.has("r.csv") && !program.has("r.csv.part"))
  }

  // MARK: 77, not allowed

  @Test(.enabled(if: BoundUser.isThere, "No user whom file modes bind can run the program."))
  func `a store that may only be read is read and not written`() throws {
    try program.fillStore()
    try program.setMode(0o777, of: ".")
    try program.setMode(0o444, of: "store.sqlite")
    let read = try program.shell("\(BoundUser.program) report register --format csv")
    #expect(read.code == 0, "\(read.errors)")
    #expect(read.output.hasPrefix("reference,"))
    let write = try program.shell("\(BoundUser.program) party add P Party")
    #expect(write.code == 77)
    #expect(
      write.errors
        == "error: The store store.sqlite may not be written. "
        + "Check the permissions of the file and its folder.\n"
    )
  }

  @Test(.enabled(if: BoundUser.isThere, "No user whom file modes bind can run the program."))
  func `a store that may not be read is said`() throws {
    try program.run("init")
    try program.setMode(0o000, of: "store.sqlite")
    let result = try program.shell("\(BoundUser.program) report register")
    #expect(result.code == 77)
    #expect(
      result.errors
        == "error: The store store.sqlite may not be written. "
        + "Check the permissions of the file and its folder.\n"
    )
  }

  @Test(.enabled(if: BoundUser.isThere, "No user whom file modes bind can run the program."))
  func `a folder that takes no file is said`() throws {
    try program.run("init")
    try program.setMode(0o555, of: ".")
    defer { try? program.setMode(0o755, of: ".") }
    let result = try program.shell("\(BoundUser.program) init --store other.sqlite")
    #expect(result.code == 73)
    #expect(
      result.errors
        == "error: The store other.sqlite cannot be opened: the file cannot be made. "
        + "Check the folder and its permissions.\n"
    )
  }
}

private let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")

/// A user whom file modes bind: root is not, so that for root it is another one.
private enum BoundUser {
  /// The program as that user, as a line of the shell.
  static let program: String = {
    let own = "'\(Program.url.path)'"
    return getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups \(own)" : own
  }()

  /// Whether the program can be run so.
  static let isThere: Bool = {
    let result = try? Program().shell("\(program) --version")
    return result?.code == 0
  }()
}

extension Program {
  /// Sets the mode of a file in the folder.
  fileprivate func setMode(_ mode: Int, of name: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode],
      ofItemAtPath: folder.appendingPathComponent(name).path
    )
  }
}
