import Importing
import Model

/// The header of a file of one kind.
struct NativeCSVHeader {
  /// The column of our reference.
  static let reference = "reference"
  /// The column of the day from which a row holds.
  static let effectiveOn = "effectiveOn"
  /// What a file of rejected records has beside the record's own columns.
  static let ignored: Set = ["problem_code", "problem_field", "problem_message"]

  /// The names of the columns in the order of the file.
  let names: [String]

  init(_ names: [String]) { self.names = names }

  /// The kinds that have all facts of the header, of which it has all that are needed.
  var kinds: [RecordType] {
    RecordType.inCSV.filter { type in
      let facts = names.filter { Self.isFact($0, of: type) }
      return !facts.isEmpty && missing(in: type) == nil
        && facts.allSatisfy { type.field($0) != nil }
    }
  }

  private static func isFact(_ name: String, of type: RecordType) -> Bool {
    (name != reference || type.isEntry) && name != effectiveOn && !ignored.contains(name)
  }

  /// The first column that is needed and not there: our reference, or for records that have none
  /// a fact that each of them has.
  private func missing(in type: RecordType) -> String? {
    let needed = type.isEntry ? type.fields.filter(\.isRequired).map(\.name) : [Self.reference]
    return needed.first { !names.contains($0) }
  }

  /// The kind that the file is named after, if the header has what is needed for it; else nil.
  func kind(ofFile file: String) -> RecordType? {
    Self.named(file).flatMap { missing(in: $0) == nil ? $0 : nil }
  }

  private static func named(_ file: String) -> RecordType? {
    let name = file.split(separator: "/").last ?? ""
    return RecordType.inCSV(String(name.prefix { $0 != "." }))
  }

  /// The kind of the records: the only one that fits, or the one that the file is named after.
  func kind(of file: String) throws -> RecordType {
    let fitting = kinds
    if fitting.count == 1 { return fitting[0] }
    let named = Self.named(file)
    if let named, fitting.isEmpty || fitting.contains(where: { $0.name == named.name }) {
      return named
    }
    throw fitting.isEmpty ? unknown(file) : undecided(file, fitting.map(\.plural))
  }

  private func unknown(_ file: String) -> Problem {
    Problem(
      "format.undecided",
      file: file,
      place: Place(line: 1),
      message: "The header fits no kind of record.",
      remedy: "Name the kind with --profile, such as --profile liaison:reviews."
    )
  }

  private func undecided(_ file: String, _ kinds: [String]) -> Problem {
    Problem(
      "format.undecided",
      file: file,
      place: Place(line: 1),
      message: "Several kinds of record fit the header: \(kinds.joined(separator: ", ")).",
      remedy: "Name the kind with --profile liaison:\(kinds[0]), "
        + "or name the file after it: \(kinds[0]).csv."
    )
  }

  // MARK: Columns

  /// Checks that the kind has all columns, each once, and that none is missing that is needed.
  func check(against type: RecordType, file: String) throws {
    if let name = missing(in: type) { throw missing(name, type, file) }
    var seen: Set<String> = []
    for (index, name) in names.enumerated() where !Self.ignored.contains(name) {
      let place = Place(line: 1, column: index + 1)
      if !seen.insert(name).inserted { throw repeated(name, file, place) }
      if Self.isFact(name, of: type), type.field(name) == nil {
        throw unknown(name, type, file, place)
      }
    }
  }

  private func missing(_ name: String, _ type: RecordType, _ file: String) -> Problem {
    let content = type.field(name).map(\.summary) ?? "our reference of each record"
    return Problem(
      "column.missing",
      file: file,
      place: Place(line: 1),
      field: name,
      message: "The header lacks the column \u{201C}\(name)\u{201D}.",
      remedy: "Add the column; it has \(content)."
    )
  }

  private func repeated(_ name: String, _ file: String, _ place: Place) -> Problem {
    Problem(
      "column.repeated",
      file: file,
      place: place,
      field: name,
      message: "The column \u{201C}\(name)\u{201D} stands in the header twice.",
      remedy: "Remove one of the columns."
    )
  }

  private func unknown(
    _ name: String,
    _ type: RecordType,
    _ file: String,
    _ place: Place
  ) -> Problem {
    let known =
      (type.isEntry ? [] : [Self.reference]) + type.fields.map(\.name) + [Self.effectiveOn]
    return Problem(
      "column.unknown",
      file: file,
      place: place,
      field: name,
      message: "The \(type.words) has no fact \u{201C}\(name)\u{201D}.",
      remedy: "Remove the column, or use one of \(known.joined(separator: ", "))."
    )
  }
}
