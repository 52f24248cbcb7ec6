/// Reads one JSON text (RFC 8259) from bytes, strictly and without recursion.
///
/// A number is kept with its digits as written and never becomes a floating-point number. Two
/// members of one object with the same name are a fault, as RFC 7493, section 2.3 demands: RFC
/// 8259 leaves open which of them counts. Also faults, beyond the grammar: `\u0000`, which no
/// field can hold, half of a surrogate pair, and what is beyond the ``JSONLimits``.
struct JSONReader {
  private let source: [UInt8]
  private let limits: JSONLimits
  private var position = 0
  private var document = JSONDocument()
  /// The arrays and objects that are open, the innermost last, with the names met in each.
  private var open: [(node: Int, names: Set<[UInt8]>)] = []

  private init(_ source: [UInt8], _ limits: JSONLimits) {
    self.source = source
    self.limits = limits
  }

  /// Takes the text apart; the bytes must be UTF-8.
  static func read(
    _ source: [UInt8],
    limits: JSONLimits = JSONLimits()
  ) throws(JSONFault) -> JSONDocument {
    guard source.count <= limits.bytes else {
      throw JSONFault(kind: .tooLarge, what: "has more than \(limits.bytes) bytes")
    }
    var reader = JSONReader(source, limits)
    return try reader.read()
  }

  private mutating func read() throws(JSONFault) -> JSONDocument {
    try readValue(named: 0..<0)
    while let container = open.last?.node { try readNext(in: container) }
    passBlanks()
    guard position == source.count else { throw unreadable("there is more after the value") }
    return document
  }

  // MARK: Arrays and objects

  /// Reads the next element or member of the innermost container, or its end.
  private mutating func readNext(in container: Int) throws(JSONFault) {
    let isObject = document.nodes[container].kind == .object
    let closing = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    passBlanks()
    if take(closing) {
      document.nodes[container].end = document.nodes.count
      open.removeLast()
      return
    }
    if document.nodes.count > container + 1 {
      let mark = isObject ? "}" : "]"
      guard take(UInt8(ascii: ",")) else { throw unreadable("“,” or “\(mark)” is missing") }
      passBlanks()
    }
    try readValue(named: isObject ? readName() : 0..<0)
  }

  /// Reads the name of a member and the colon after it.
  private mutating func readName() throws(JSONFault) -> Range<Int> {
    let start = position
    guard take(UInt8(ascii: "\"")) else {
      throw unreadable("a name in double quotes is missing")
    }
    let name = try readText()
    let bytes = Array(document.bytes[name])
    guard open[open.count - 1].names.insert(bytes).inserted else {
      let text = String(decoding: bytes, as: UTF8.self)
      throw JSONFault(
        kind: .repeated,
        what: "has the name “\(text.shortened)” twice in one object",
        position: start
      )
    }
    passBlanks()
    guard take(UInt8(ascii: ":")) else { throw unreadable("“:” is missing") }
    return name
  }

  // MARK: Values

  private mutating func readValue(named name: Range<Int>) throws(JSONFault) {
    passBlanks()
    guard document.nodes.count < limits.values else {
      throw JSONFault(kind: .tooLarge, what: "has more than \(limits.values) values")
    }
    switch position < source.count ? source[position] : 0 {
    case UInt8(ascii: "{"): try enter(.object, name)
    case UInt8(ascii: "["): try enter(.array, name)
    case UInt8(ascii: "\""):
      position += 1
      add(.text, name, try readText())
    case UInt8(ascii: "-"), 0x30...0x39: add(.number, name, try readNumber())
    case UInt8(ascii: "t"): add(.flag, name, try readWord("true"))
    case UInt8(ascii: "f"): add(.flag, name, try readWord("false"))
    case UInt8(ascii: "n"): add(.null, name, try readWord("null"))
    default: throw unreadable("a value is missing")
    }
  }

  private mutating func enter(_ kind: JSONDocument.Kind, _ name: Range<Int>) throws(JSONFault) {
    guard open.count < limits.depth else {
      throw JSONFault(
        kind: .tooDeep,
        what: "is nested deeper than \(limits.depth) levels",
        position: position
      )
    }
    position += 1
    open.append((document.nodes.count, []))
    add(kind, name, 0..<0)
  }

  private mutating func add(_ kind: JSONDocument.Kind, _ name: Range<Int>, _ text: Range<Int>) {
    let end = document.nodes.count + 1
    document.nodes.append(JSONDocument.Node(kind: kind, name: name, text: text, end: end))
  }

  private mutating func readWord(_ word: String) throws(JSONFault) -> Range<Int> {
    guard source[position...].starts(with: word.utf8) else {
      throw unreadable("a value is missing")
    }
    position += word.utf8.count
    return keep(word.utf8)
  }

  /// Reads `[-] int [frac] [exp]`; an int of several digits starts with none that is 0.
  private mutating func readNumber() throws(JSONFault) -> Range<Int> {
    let start = position
    _ = take(UInt8(ascii: "-"))
    let isZero = take(UInt8(ascii: "0"))
    if isZero ? passDigits() > 0 : passDigits() == 0 { throw badNumber(start) }
    if take(UInt8(ascii: ".")), passDigits() == 0 { throw badNumber(start) }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
      guard passDigits() > 0 else { throw badNumber(start) }
    }
    return keep(source[start..<position])
  }

  private func badNumber(_ start: Int) -> JSONFault {
    JSONFault(
      kind: .unreadable,
      what: "a number is not written as JSON has them",
      position: start
    )
  }

  /// Passes over digits and gives their number.
  private mutating func passDigits() -> Int {
    let start = position
    while position < source.count, source[position] >= 0x30, source[position] <= 0x39 {
      position += 1
    }
    return position - start
  }

  // MARK: Texts

  /// Reads a text whose opening quote was read.
  private mutating func readText() throws(JSONFault) -> Range<Int> {
    let quote = position - 1
    let start = document.bytes.count
    while position < source.count {
      let byte = source[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return start..<document.bytes.count
      case UInt8(ascii: "\\"): try readEscape()
      case 0..<0x20:
        position -= 1
        throw unreadable("a text has a line end or another control character in it")
      default: document.bytes.append(byte)
      }
    }
    position = quote
    throw unreadable("the text that starts here is not closed")
  }

  private mutating func readEscape() throws(JSONFault) {
    let start = position - 1
    let byte = position < source.count ? source[position] : 0
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): document.bytes.append(byte)
    case UInt8(ascii: "b"): document.bytes.append(0x08)
    case UInt8(ascii: "f"): document.bytes.append(0x0C)
    case UInt8(ascii: "n"): document.bytes.append(0x0A)
    case UInt8(ascii: "r"): document.bytes.append(0x0D)
    case UInt8(ascii: "t"): document.bytes.append(0x09)
    case UInt8(ascii: "u"):
      guard let scalar = readScalar() else { throw badEscape(start) }
      document.bytes.append(contentsOf: String(Character(scalar)).utf8)
    default: throw badEscape(start)
    }
  }

  private func badEscape(_ start: Int) -> JSONFault {
    JSONFault(kind: .unreadable, what: "an escape in a text is not one of JSON", position: start)
  }

  /// Reads the digits of `\u`, of both halves of a surrogate pair; nil if they are no character
  /// or stand for NUL.
  private mutating func readScalar() -> Unicode.Scalar? {
    guard let first = readHexadecimal(), first != 0 else { return nil }
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")),
      let second = readHexadecimal(), (0xDC00..<0xE000).contains(second)
    else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func readHexadecimal() -> UInt32? {
    guard position + 4 <= source.count else { return nil }
    var number: UInt32 = 0
    for byte in source[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      number = number << 4 | UInt32(digit)
    }
    position += 4
    return number
  }

  // MARK: Bytes

  private mutating func keep(_ text: some Sequence<UInt8>) -> Range<Int> {
    let start = document.bytes.count
    document.bytes.append(contentsOf: text)
    return start..<document.bytes.count
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < source.count, source[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func passBlanks() {
    while position < source.count, [0x20, 0x09, 0x0A, 0x0D].contains(source[position]) {
      position += 1
    }
  }

  private func unreadable(_ what: String) -> JSONFault {
    JSONFault(kind: .unreadable, what: what, position: position)
  }
}
