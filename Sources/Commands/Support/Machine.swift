import Foundation
import Model

/// The one place that reads the clock, the environment and randomness.
struct Machine {
  let environment: [String: String]
  /// Now, as ISO text in UTC with milliseconds.
  let now: String
  /// Now, to the second.
  let instant: Instant

  /// The machine as it is.
  static func current() -> Machine {
    let now = Date()
    let milliseconds = Int64((now.timeIntervalSince1970 * 1000).rounded(.down))
    let instant = Instant(seconds: milliseconds / 1000)
    let text = "\(instant)".dropLast()
    let fraction = String(1000 + milliseconds % 1000).dropFirst()
    return Machine(
      environment: ProcessInfo.processInfo.environment,
      now: "\(text).\(fraction)Z",
      instant: instant
    )
  }

  /// A variable of the environment; nil if it is missing or empty.
  func setting(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// 16 bytes that nobody can guess.
  func salt() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// The path of the store if none is given: LIAISON_STORE, else the user's data folder.
  var storePath: String {
    if let path = environment["LIAISON_STORE"], !path.isEmpty { return path }
    let home = environment["HOME"] ?? "."
    let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (data ?? home + "/.local/share") + "/liaison/relationships.sqlite"
  }

  /// Who acts if nobody says so: LIAISON_ACTOR, else the login name.
  var actor: String {
    if let actor = environment["LIAISON_ACTOR"], !actor.isEmpty { return actor }
    return environment["LOGNAME"] ?? environment["USER"] ?? NSUserName()
  }
}
