import Foundation
import Importing
import Model
import Testing

@testable import Rules

extension Policy.Reading {
  /// The problems as text: code, line and column, message, remedy.
  var lines: [String] { problems.map(\.line) }
}

extension Problem {
  /// The code, the place if there is one, the message and the remedy in one line.
  var line: String {
    let place = place.map { " \($0.line):\($0.column ?? 0)" } ?? ""
    return "\(code)\(place) \(message) \(remedy)"
  }
}

extension Policy {
  /// Reads a policy file that lies nowhere.
  static func reading(_ yaml: String) -> Reading { read(Array(yaml.utf8), named: "policy.yaml") }

  /// Reads a policy file that must be right.
  static func good(
    _ yaml: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Policy {
    let reading = reading(yaml)
    #expect(reading.lines == [], sourceLocation: sourceLocation)
    return try #require(reading.policy, sourceLocation: sourceLocation)
  }
}

/// A period that must be one.
func period(_ text: String) throws -> Period { try #require(Period(text)) }

/// The folder of this checkout.
let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
