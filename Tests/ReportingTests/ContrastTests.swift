import Foundation
import Testing

@testable import Reporting

/// The contrast of the colours of pages, by WCAG 2.2, success criteria 1.4.3 and 1.4.11.
@Suite struct ContrastTests {
  /// The colours of a scheme by their names in the style sheet.
  private static func colours(_ scheme: String) throws -> [String: String] {
    let blocks = HTMLStyle.sheet.components(separatedBy: ":root{").dropFirst()
      .map { $0.components(separatedBy: "}")[0] }
    try #require(blocks.count == 3)
    var result = values(blocks[0])
    if scheme == "dark" { result.merge(values(blocks[1])) { $1 } }
    if scheme == "print" { result.merge(values(blocks[2])) { $1 } }
    return result
  }

  private static func values(_ block: String) -> [String: String] {
    let pairs = block.components(separatedBy: ";").compactMap { part -> (String, String)? in
      let sides = part.components(separatedBy: ":")
        .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      return sides.count == 2 && sides[0].hasPrefix("--")
        ? (String(sides[0].dropFirst(2)), sides[1]) : nil
    }
    return Dictionary(pairs) { $1 }
  }

  /// The relative luminance of `#rgb` or `#rrggbb`.
  private static func luminance(_ colour: String) throws -> Double {
    var digits = colour.dropFirst().map(String.init)
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    try #require(digits.count == 6, "\(colour)")
    let parts = try [0, 2, 4].map { place in
      let part = try #require(Int(digits[place] + digits[place + 1], radix: 16))
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private static func contrast(_ one: String, _ other: String) throws -> Double {
    let (left, right) = (try luminance(one), try luminance(other))
    return (max(left, right) + 0.05) / (min(left, right) + 0.05)
  }

  @Test func `black on white has the greatest contrast`() throws {
    #expect(try Self.contrast("#000", "#ffffff") == 21)
    #expect(try Self.contrast("#777777", "#fff") < 4.5)
  }

  @Test(arguments: ["light", "dark", "print"])
  func `texts can be read on everything behind them`(scheme: String) throws {
    let colours = try Self.colours(scheme)
    for (text, behind) in [
      ("ink", "paper"), ("soft", "paper"), ("ink", "band"), ("soft", "band"), ("alert", "paper"),
      ("alert", "alert-band"), ("alert", "band"), ("warning", "paper"), ("warning", "warning-band"),
      ("warning", "band"), ("ink", "shade-1"), ("ink", "shade-2"), ("ink", "shade-3"),
      ("ink", "alert-band"),
    ] {
      let contrast = try Self.contrast(
        try #require(colours[text], "\(text)"),
        try #require(colours[behind], "\(behind)")
      )
      #expect(contrast >= 4.5, "\(text) on \(behind)")
    }
  }

  @Test(arguments: ["light", "dark", "print"])
  func `lines and signs of pictures can be seen`(scheme: String) throws {
    let colours = try Self.colours(scheme)
    for (sign, behind) in [
      ("edge", "paper"), ("accent", "paper"), ("alert", "paper"), ("alert", "alert-band"),
      ("edge", "shade-1"), ("edge", "shade-2"),
    ] {
      let contrast = try Self.contrast(
        try #require(colours[sign], "\(sign)"),
        try #require(colours[behind], "\(behind)")
      )
      #expect(contrast >= 3, "\(sign) on \(behind)")
    }
  }
}
