public import Importing

/// Reads the mails of an mbox one after the other.
///
/// Memory holds one mail, at most as large as the limit, however large the file is. A mail is
/// told from the next by Content-Length where that is right, that is, where a line `From ` or
/// the end follows so many bytes; once it is wrong it is no longer believed in the file.
/// Otherwise the lines `From ` part the mails, see ``Mbox``.
public final class MboxReader {
  /// The most of a line that is looked at to tell what it is, in bytes.
  static let lineHead = 1000

  private let file: String
  private let variant: MboxVariant
  private let maximumSize: Int
  private var buffer: MboxBuffer
  private var believesLengths = true

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - source: The file, from an offset on at which a mail begins.
  ///   - file: The name for problems.
  ///   - offset: Where the source begins in the file, in bytes from 0.
  ///   - variant: How `>From ` is read.
  ///   - maximumSize: The largest mail that is given with its content, in bytes.
  public init(
    _ source: any ByteSource,
    named file: String,
    from offset: Int = 0,
    variant: MboxVariant = .mboxrd,
    maximumSize: Int = 50_000_000
  ) {
    self.file = file
    self.variant = variant
    self.maximumSize = maximumSize
    buffer = MboxBuffer(source, from: offset)
  }

  /// The next mail, or nil at the end.
  ///
  /// - Throws: A `Problem`: `mbox.start` if there is no line `From ` where a mail should
  ///   begin; what the source throws.
  public func next() throws -> MboxMessage? {
    while let byte = try buffer.peek(1).first, byte == 0x0A || byte == 0x0D { buffer.skip(1) }
    guard try buffer.has(1) else { return nil }
    let start = buffer.offset
    guard let envelope = try fromLine() else { throw noStart() }
    buffer.skip(envelope.count)
    var collector = MboxCollector(variant: variant, maximumSize: maximumSize)
    let length = try header(into: &collector)
    if try length.map({ try isRight($0) }) ?? false, let length {
      try body(of: length, into: &collector)
    } else {
      try body(into: &collector)
    }
    return collector.message(
      at: start,
      length: buffer.offset - start,
      envelope: envelope.filter { $0 != 0x0A && $0 != 0x0D }
    )
  }

  /// The line at the position with its end if it begins with `From ` and is short enough.
  private func fromLine() throws -> [UInt8]? {
    let head = try buffer.peek(Self.lineHead)
    guard head.starts(with: Array("From ".utf8)) else { return nil }
    if let end = head.firstIndex(of: 0x0A) { return Array(head[...end]) }
    return head.count < Self.lineHead ? Array(head) : nil
  }

  /// Whether a new mail begins at the position, which is the start of a line.
  private func isAtMail() throws -> Bool {
    guard let line = try fromLine() else { return false }
    let isAfterEmpty = buffer.isAfterEmpty
    let both = try buffer.peek(line.count + Self.lineHead)
    let next = both.dropFirst(line.count)
    let text = line.filter { $0 != 0x0A && $0 != 0x0D }
    return Mbox.parts(text, isAfterEmpty: isAfterEmpty, next: next.isEmpty ? nil : next)
  }

  // MARK: Header and body

  /// Takes the header with the empty line after it; nothing in it is quoted.
  ///
  /// - Returns: The number in Content-Length, if it is there and believed.
  private func header(into collector: inout MboxCollector) throws -> Int? {
    var length: Int?
    while try buffer.has(1), try !isAtMail() {
      let head = try buffer.peek(Self.lineHead)
      let isEmpty = head.first == 0x0A || head.starts(with: [0x0D, 0x0A])
      length = Self.contentLength(head) ?? length
      try restOfLine(into: &collector)
      if isEmpty { return believesLengths ? length : nil }
    }
    return nil
  }

  private static func contentLength(_ head: ArraySlice<UInt8>) -> Int? {
    let name = Array("CONTENT-LENGTH:".utf8)
    guard head.prefix(name.count).map(uppercase) == name else { return nil }
    let value = head.dropFirst(name.count).prefix { $0 != 0x0A && $0 != 0x0D }
    let digits = value.filter { $0 != 0x20 && $0 != 0x09 }
    guard 1...12 ~= digits.count, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Takes lines up to the next mail or the end.
  private func body(into collector: inout MboxCollector) throws {
    while try buffer.has(1), try !isAtMail() {
      collector.startLine(try buffer.peek(Self.lineHead))
      try restOfLine(into: &collector)
      try plainLines(into: &collector)
    }
    if buffer.isAfterEmpty { collector.dropLineEnd() }
  }

  /// Takes lines at once that begin with neither `F` nor `>`; stops at the start of a line.
  private func plainLines(into collector: inout MboxCollector) throws {
    while let byte = try buffer.peek(1).first {
      guard byte != UInt8(ascii: "F"), byte != UInt8(ascii: ">") else { return }
      let (count, isAtMark) = buffer.plainLength()
      let slice = buffer.slice(0..<count)
      let endsLine = slice.last == 0x0A
      collector.take(slice)
      buffer.skip(count)
      if isAtMark { return }
      if !endsLine { return try restOfLine(into: &collector) }
    }
  }

  /// Takes what follows up to the end of the line, in pieces if it is long.
  private func restOfLine(into collector: inout MboxCollector) throws {
    while try buffer.has(1) {
      let count = buffer.lineLength()
      let length = count ?? buffer.end - buffer.position
      collector.take(buffer.slice(0..<length))
      buffer.skip(length)
      if count != nil { return }
    }
  }

  // MARK: Content-Length

  /// Whether a mail ends so many bytes after the position.
  private func isRight(_ length: Int) throws -> Bool {
    guard length <= maximumSize else { return false }
    believesLengths = false
    _ = try buffer.has(length + Self.lineHead)
    let there = buffer.end - buffer.position
    guard there >= length else { return false }
    var after = buffer.slice(length..<min(there, length + Self.lineHead))
    if after.first == 0x0D { after.removeFirst() }
    if after.first == 0x0A { after.removeFirst() }
    believesLengths = after.isEmpty || after.starts(with: Array("From ".utf8))
    return believesLengths
  }

  private func body(of length: Int, into collector: inout MboxCollector) throws {
    collector.takeBody(buffer.slice(0..<length))
    buffer.skip(length)
    if try buffer.peek(1).first == 0x0D { buffer.skip(1) }
    if try buffer.peek(1).first == 0x0A { buffer.skip(1) }
  }

  private func noStart() -> Problem {
    Problem(
      "mbox.start",
      file: file,
      message: "At byte \(buffer.offset) no mail begins: there is no line “From ”.",
      remedy: "Check that this is an mbox; a single mail is read without that line."
    )
  }
}
