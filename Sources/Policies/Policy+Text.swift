import Crypto

extension Policy {
  /// All keys in order with the values in force, one `key: value` line each.
  ///
  /// Equal policies have the same text, whatever file they were read from; read again, it gives the
  /// same policy.
  public var canonicalText: String {
    PolicyKey.all.map { "\($0.name): \($0.text(in: self))\n" }.joined()
  }

  /// The SHA-256 of ``canonicalText`` in UTF-8, as 64 lower-case hexadecimal digits.
  ///
  /// SHA-256 is that of FIPS 180-4, section 6.2.
  public var sha256: String {
    SHA256.hash(data: Array(canonicalText.utf8)).map { byte in
      String(String(UInt16(byte) + 256, radix: 16).dropFirst())
    }.joined()
  }

  /// The policy as a file with every key, each after what it means, in groups.
  public var explainedText: String {
    var lines = [
      "# A policy: the thresholds by which the rules judge.",
      "# Copy this file, keep the keys that you change, and take out the others.",
      "",
      "policy: \(Self.version)",
    ]
    for (heading, keys) in PolicyKey.groups {
      lines += ["", "# \(heading)"]
      for key in keys {
        lines += [""] + Self.comment(key.sentence) + ["\(key.name): \(key.text(in: self))"]
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A sentence as lines of comment of at most 100 columns.
  private static func comment(_ sentence: String) -> [String] {
    var lines: [String] = []
    var line = "#"
    for word in sentence.split(separator: " ") {
      if line.count + word.count + 1 > 100 {
        lines.append(line)
        line = "#"
      }
      line += " \(word)"
    }
    return lines + [line]
  }
}
