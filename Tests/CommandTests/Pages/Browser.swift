import Foundation

/// Chromium, where it is installed.
enum Browser {
  /// The program, or nil.
  static let url: URL? = {
    let names = ["chromium", "chromium-browser", "google-chrome"]
    return ["/usr/bin/", "/usr/local/bin/"].flatMap { folder in names.map { folder + $0 } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
      .map { URL(fileURLWithPath: $0) }
  }()

  /// Looks at pages and gives the lines of what it found, the first one with their number.
  static func look(at pages: [(name: String, html: String)], isDark: Bool) throws -> [String] {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("pages.html")
    try Data(try harness(pages).utf8).write(to: file)
    let output = folder.appendingPathComponent("output.html")
    try run(
      [
        "--blink-settings=preferredColorScheme=\(isDark ? 0 : 1)", "--window-size=1300,1000",
        "--virtual-time-budget=60000", "--dump-dom",
      ],
      on: file,
      in: folder,
      to: output
    )
    let text = try String(contentsOf: output, encoding: .utf8)
    guard let start = text.range(of: "<pre id=\"result\">"),
      let end = text.range(of: "</pre>", range: start.upperBound..<text.endIndex)
    else { return ["no result: \(text.suffix(200))"] }
    return text[start.upperBound..<end.lowerBound].split(separator: "\n").map(String.init)
  }

  /// A page as it is printed, in the Portable Document Format.
  static func printed(_ page: String) throws -> Data {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("page.html")
    try Data(page.utf8).write(to: file)
    let paper = folder.appendingPathComponent("page.pdf")
    try run(
      ["--no-pdf-header-footer", "--print-to-pdf=\(paper.path)"],
      on: file,
      in: folder,
      to: folder.appendingPathComponent("output")
    )
    return try Data(contentsOf: paper)
  }

  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pages-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private static func harness(_ pages: [(name: String, html: String)]) throws -> String {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/pages/checks.js")
    let list = pages.map { ["name": $0.name, "html": $0.html] }
    let data = try JSONSerialization.data(withJSONObject: list)
    return """
      <!doctype html><meta charset="utf-8"><body><script>
      \(try String(contentsOf: script, encoding: .utf8))
      main(\(String(decoding: data, as: UTF8.self)));
      </script>
      """
  }

  private static func run(
    _ options: [String],
    on file: URL,
    in folder: URL,
    to output: URL
  ) throws {
    guard let url else { return }
    try Data().write(to: output)
    let process = Process()
    process.executableURL = url
    process.arguments =
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--user-data-dir=\(folder.path)/profile",
      ] + options + [file.absoluteString]
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }
}
