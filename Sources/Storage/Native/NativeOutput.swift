import Importing
import Model

/// Writes XML with two blanks of indentation for each level, in pieces of about 64 KiB.
struct NativeOutput {
  private static let pieceSize = 1 << 16
  private var bytes: [UInt8] = []
  private let sink: ([UInt8]) throws -> Void

  init(to sink: @escaping ([UInt8]) throws -> Void) {
    self.sink = sink
    bytes.reserveCapacity(Self.pieceSize + 4096)
  }

  /// Hands over what has gathered.
  mutating func flush() throws {
    guard !bytes.isEmpty else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func flushIfLong() throws {
    if bytes.count >= Self.pieceSize { try flush() }
  }

  // MARK: Tags

  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Starts a tag that attributes may follow.
  mutating func open(_ element: String, depth: Int) {
    indent(depth)
    bytes.append(UInt8(ascii: "<"))
    raw(element)
  }

  mutating func close(_ element: String, depth: Int) {
    indent(depth)
    end(element)
  }

  /// Writes an end tag and ends the line.
  mutating func end(_ element: String) {
    raw("</")
    raw(element)
    raw(">\n")
  }

  private mutating func indent(_ depth: Int) {
    for _ in 0..<depth { raw("  ") }
  }

  // MARK: Values

  mutating func attribute(_ name: String, _ text: UnsafeBufferPointer<UInt8>) {
    startAttribute(name)
    unsafe XMLTextEscapes.encode(text, inAttribute: true, into: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func attribute(_ name: String, _ text: String) {
    var text = text
    text.withUTF8 { unsafe attribute(name, $0) }
  }

  mutating func attribute(_ name: String, hexadecimal blob: UnsafeBufferPointer<UInt8>) {
    startAttribute(name)
    unsafe hexadecimal(blob)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func startAttribute(_ name: String) {
    bytes.append(UInt8(ascii: " "))
    raw(name)
    raw("=\"")
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    unsafe XMLTextEscapes.encode(text, into: &bytes)
  }

  mutating func hexadecimal(_ blob: UnsafeBufferPointer<UInt8>) {
    for index in 0..<blob.count {
      let byte = unsafe blob[index]
      bytes.append(Self.digits[Int(byte >> 4)])
      bytes.append(Self.digits[Int(byte & 15)])
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
