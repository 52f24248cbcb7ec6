import Foundation
import Importing
import Model

/// Finds the profile that a command names by id or by file.
enum ProfileArgument {
  /// The name as a path, or nil if it is the id of a shipped profile.
  static func file(_ name: String) -> String? {
    let isFile = name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    return isFile || FileManager.default.fileExists(atPath: name) ? name : nil
  }

  /// The kind whose native CSV is meant, such as `liaison:reviews`; nil for a profile.
  static func kind(_ name: String) throws -> RecordType? {
    let mark = NativeDocument.id + ":"
    guard name.hasPrefix(mark) else { return nil }
    let plural = String(name.dropFirst(mark.count))
    if let kind = RecordType.inCSV(plural) { return kind }
    throw Problem(
      "profile.kindUnknown",
      value: name,
      message: "There is no kind of record \u{201C}\(plural)\u{201D}.",
      remedy: "Name one of \(RecordType.inCSV.map(\.plural).joined(separator: ", "))."
    )
  }

  static func profile(_ name: String) throws -> Profile {
    guard file(name) != nil else { return try shipped(name) }
    let reading = Profile.read(path: name)
    for problem in reading.problems.dropLast() { standardError(ProblemText.block(problem)) }
    if let profile = reading.profile, !reading.problems.contains(where: { $0.severity == .error }) {
      if let last = reading.problems.last { standardError(ProblemText.block(last)) }
      return profile
    }
    throw reading.problems.last
      ?? Problem(
        "profile.unreadable",
        file: name,
        message: "The profile cannot be read.",
        remedy: "Check the file against docs/formats/csv-profile.md."
      )
  }

  static func shipped(_ id: String) throws -> Profile {
    if let profile = ProfileLibrary.all.profile(id: id) { return profile }
    let ids = ProfileLibrary.all.profiles.map(\.id).joined(separator: ", ")
    throw Problem(
      "profile.unknown",
      value: id,
      message: "There is no profile \u{201C}\(id)\u{201D}.",
      remedy: "Name a file, or one of \(ids)."
    )
  }
}
