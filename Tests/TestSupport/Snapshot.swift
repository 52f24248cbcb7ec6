public import Foundation
public import Testing

/// Compares a text with the file `Snapshots/<name>` beside the calling test.
///
/// The file is written when it is missing or when `RECORD_SNAPSHOTS` is set, and
/// the test then fails, so that nothing is recorded unseen. A difference is shown
/// line by line with 1-based numbers.
public func expectSnapshot(
  _ text: String,
  named name: String,
  file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")
  expectFile(text, at: folder.appendingPathComponent(name), sourceLocation: sourceLocation)
}

/// Compares a text with a file that is made from it, such as a page of the reference.
///
/// As with ``expectSnapshot(_:named:file:sourceLocation:)`` the file is written when it is
/// missing or when `RECORD_SNAPSHOTS` is set, and the test then fails.
public func expectFile(
  _ text: String,
  at url: URL,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let name = url.lastPathComponent
  let recorded = try? String(contentsOf: url, encoding: .utf8)
  let records = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
  guard let recorded, !records else {
    record(text, at: url)
    Issue.record("Recorded \(name); run again to compare.", sourceLocation: sourceLocation)
    return
  }
  guard recorded != text else { return }
  let message = "\(name) differs:\n" + lineDifference(from: recorded, to: text)
  Issue.record("\(message)", sourceLocation: sourceLocation)
}

private func record(_ text: String, at url: URL) {
  do {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  } catch {
    Issue.record("Cannot record \(url.path): \(error)")
  }
}

/// Lists the lines that differ between two texts, `-` for the first and `+` for the second.
///
/// - Returns: At most 40 lines, each with its 1-based number.
public func lineDifference(from old: String, to new: String) -> String {
  let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
  let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
  var result: [String] = []
  for index in 0..<max(oldLines.count, newLines.count) where result.count < 40 {
    let before = index < oldLines.count ? oldLines[index] : nil
    let after = index < newLines.count ? newLines[index] : nil
    guard before != after else { continue }
    if let before { result.append("\(index + 1) - \(before)") }
    if let after { result.append("\(index + 1) + \(after)") }
  }
  return result.joined(separator: "\n")
}
