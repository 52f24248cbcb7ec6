public import Importing
public import Model
public import Policies
public import Testing

extension Policy.Reading {
  /// The problems as text: code, line and column, message, remedy.
  public var lines: [String] { problems.map(\.line) }
}

extension Problem {
  /// The code, the place if there is one, the message and the remedy in one line.
  public var line: String {
    let place = place.map { " \($0.line):\($0.column ?? 0)" } ?? ""
    return "\(code)\(place) \(message) \(remedy)"
  }
}

extension Policy {
  /// Reads a policy file that lies nowhere.
  public static func reading(_ yaml: String) -> Reading {
    read(Array(yaml.utf8), named: "policy.yaml")
  }

  /// Reads a policy file that must be right.
  ///
  /// - Throws: An expectation that failed, if it is not.
  public static func good(
    _ yaml: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Policy {
    let reading = reading(yaml)
    #expect(reading.lines == [], sourceLocation: sourceLocation)
    return try #require(reading.policy, sourceLocation: sourceLocation)
  }
}

/// A period that must be one.
///
/// - Throws: An expectation that failed, if it is not.
public func period(_ text: String) throws -> Period { try #require(Period(text)) }
