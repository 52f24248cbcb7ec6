public import Importing

/// Why values that a person gave cannot be stored.
public struct InvalidRecord: Error, Sendable, Equatable {
  /// What is wrong, at least one.
  public let problems: [Problem]
}

extension InvalidRecord: CustomStringConvertible {
  /// The sentences and remedies, a line each.
  public var description: String {
    problems.map { "\($0.message) \($0.remedy)" }.joined(separator: "\n")
  }
}

/// Gathers what is wrong with values, in the order of checking.
struct RecordCheck {
  private var problems: [Problem] = []

  mutating func add(_ more: [Problem]) {
    problems += more.map { problem in
      var problem = problem
      problem.place = nil
      return problem
    }
  }

  /// Refuses a blank text.
  mutating func require(_ text: String, _ field: String) {
    guard text.allSatisfy(\.isWhitespace) else { return }
    problems.append(
      Problem(
        "value.missing",
        field: field,
        message: "The \(field) is blank.",
        remedy: "Give a \(field)."
      )
    )
  }

  /// Refuses a span that ends before it begins.
  mutating func requireOrder(
    _ first: (name: String, day: String?),
    _ last: (name: String, day: String?)
  ) {
    guard let start = first.day, let end = last.day, end < start else { return }
    problems.append(
      Problem(
        "date.reversed",
        field: last.name,
        value: end,
        message: "\(last.name) \(end) lies before \(first.name) \(start).",
        remedy: "Correct one of the two days."
      )
    )
  }

  /// Refuses a value outside a closed list.
  mutating func require(_ value: String, _ field: String, oneOf values: [String]) {
    guard !values.contains(value) else { return }
    problems.append(
      Problem(
        "value.unknown",
        field: field,
        value: value,
        message: "\u{201C}\(value)\u{201D} is not a known value of \(field).",
        remedy: "Use one of \(values.joined(separator: ", "))."
      )
    )
  }

  mutating func add(
    _ code: String,
    field: String,
    value: String?,
    _ message: String,
    remedy: String
  ) {
    problems.append(
      Problem(code, field: field, value: value, message: message, remedy: remedy)
    )
  }

  /// Throws what was gathered, if anything.
  func finish() throws {
    if !problems.isEmpty { throw InvalidRecord(problems: problems) }
  }
}
