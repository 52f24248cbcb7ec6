import CCurl

/// The lines that a server says while libcurl greets it and logs in.
///
/// Only the server's side is kept; what the program sends holds the password.
final class CurlDialogue {
  /// The lines without their ends, oldest first, at most 64 KiB of them.
  private(set) var lines: [[UInt8]] = []
  private var size = 0

  /// Takes a line.
  func take(_ line: [UInt8]) {
    guard size < 64 << 10 else { return }
    size += line.count
    lines.append(line.filter { $0 != 0x0D && $0 != 0x0A })
  }

  /// Whether a line of the server has the word, in any case.
  func has(_ word: String) -> Bool { lines.contains { Self.line($0, has: word) } }

  /// Whether the last line with the first word also has the second, nil if there is none.
  ///
  /// What a server can do it says anew once TLS is on.
  func lastLine(with word: String, has other: String) -> Bool? {
    lines.last { Self.line($0, has: word) }.map { Self.line($0, has: other) }
  }

  /// The last line as it may stand in a message, or nil if the server said nothing.
  var lastLine: String? { lines.last.map(printable) }

  /// Whether the line has the word between spaces, brackets and line ends, in any case.
  private static func line(_ line: [UInt8], has word: String) -> Bool {
    let text = String(decoding: line, as: UTF8.self).uppercased()
    let words = text.split { " []\t".contains($0) }
    return words.contains { $0 == word.uppercased() }
  }

  /// Makes the handle put the server's lines here.
  func listen(to handle: CurlHandle) throws {
    try handle.set(CURLOPT_HEADERDATA, context: self)
    unsafe try handle.set(
      CURLOPT_HEADERFUNCTION,
      transfer: { bytes, size, count, context in
        guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
        let dialogue = unsafe Unmanaged<CurlDialogue>.fromOpaque(context).takeUnretainedValue()
        dialogue.take(unsafe Array(UnsafeRawBufferPointer(start: bytes, count: size * count)))
        return size * count
      }
    )
  }
}
