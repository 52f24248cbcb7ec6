public import Foundation

/// The built program, run in a folder of its own with a fixed environment.
///
/// The program lies beside the test bundle. Everything that it could take from the machine is
/// set: store, actor, home, zone, width. The folder is removed with the value.
public final class Program {
  /// What a run gave.
  public struct Result: Sendable {
    /// The exit code, or minus the number of the signal that ended it.
    public var code: Int32
    /// Standard output and standard error.
    public var output, errors: String
  }

  /// The folder in which the program runs.
  public let folder: URL
  /// The environment; a test may change it.
  public var environment: [String: String]

  /// Makes an empty folder.
  public init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("liaison-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    environment = [
      "LIAISON_STORE": "store.sqlite", "LIAISON_ACTOR": "Tester", "HOME": folder.path,
      "TZ": "UTC", "COLUMNS": "100", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
    ]
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The program's file, beside the test bundle.
  public static let url: URL = {
    let bundle = CommandLine.arguments.compactMap { argument in
      argument.contains(".xctest") ? URL(fileURLWithPath: argument) : nil
    }.first
    let start = bundle ?? Bundle.main.bundleURL
    var folder = start.resolvingSymlinksInPath()
    while folder.path != "/" {
      let file = folder.appendingPathComponent("liaison")
      var isFolder: ObjCBool = false
      if unsafe FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return file
      }
      folder.deleteLastPathComponent()
    }
    return start
  }()

  /// Writes a file into the folder.
  ///
  /// - Returns: The name, as the program is to be given it.
  /// - Throws: What writing throws.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  /// Writes bytes into a file in the folder.
  ///
  /// - Returns: The name, as the program is to be given it.
  /// - Throws: What writing throws.
  @discardableResult
  public func write(_ bytes: Data, to name: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try bytes.write(to: file)
    return name
  }

  /// The text of a file in the folder.
  ///
  /// - Returns: The text.
  /// - Throws: What reading throws.
  public func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// Whether there is a file of the name in the folder.
  public func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
  }

  /// Runs the program to its end.
  ///
  /// - Returns: What it gave.
  /// - Throws: What starting throws.
  @discardableResult
  public func run(_ arguments: String..., input: String = "") throws -> Result {
    try run(arguments, input: input)
  }

  /// Runs the program to its end.
  ///
  /// - Returns: What it gave.
  /// - Throws: What starting throws.
  @discardableResult
  public func run(_ arguments: [String], input: String = "") throws -> Result {
    try finish(process(Self.url, arguments), input: input)
  }

  /// Runs a line of the shell, in which `liaison` is the program.
  ///
  /// - Returns: What it gave.
  /// - Throws: What starting throws.
  public func shell(_ line: String) throws -> Result {
    let script = "liaison() { '\(Self.url.path)' \"$@\"; }; set -o pipefail; " + line
    return try finish(
      process(URL(fileURLWithPath: "/bin/bash"), ["-c", script]),
      input: ""
    )
  }

  /// Starts the program and leaves it running, its output thrown away.
  ///
  /// - Returns: The process.
  /// - Throws: What starting throws.
  public func start(_ arguments: String...) throws -> Process {
    let process = process(Self.url, arguments)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// What a run printed as JSON, an array of objects.
  ///
  /// - Returns: The objects.
  /// - Throws: What running throws, and for what is no JSON.
  public func objects(_ arguments: String...) throws -> [[String: Any]] { try objects(arguments) }

  /// What a run printed as JSON, an array of objects.
  ///
  /// - Returns: The objects.
  /// - Throws: What running throws, and for what is no JSON.
  public func objects(_ arguments: [String]) throws -> [[String: Any]] {
    let result = try run(arguments)
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return value as? [[String: Any]] ?? []
  }

  private func process(_ url: URL, _ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    return process
  }

  /// Output goes to files, so that nothing waits for a full pipe.
  private func finish(_ process: Process, input: String) throws -> Result {
    let names = ["input", "output", "errors"].map { ".program-\($0)-\(UUID().uuidString)" }
    let files = names.map(folder.appendingPathComponent)
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    try Data(input.utf8).write(to: files[0])
    for file in files[1...] { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    let isExit = process.terminationReason == .exit
    return Result(
      code: isExit ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
    )
  }
}
