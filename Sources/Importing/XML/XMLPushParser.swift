import CLibXML2

/// Drives libxml2's push parser and queues what it reports.
///
/// The push parser is used rather than `xmlTextReader` because it calls back for a DOCTYPE
/// before it reads what that declares, and because its line numbers are exact and do not end
/// at 65,535. No tree is built: memory holds one chunk and the text of one element.
///
/// libxml2 opens nothing: no network, no external entity, no DTD (options and the refused
/// DOCTYPE), and its own limits stay on (`XML_PARSE_HUGE` is not set).
@safe
final class XMLPushParser {
  /// Elements within each other that are read at most, libxml2's own limit for trees.
  static let depthLimit = 256
  /// Bytes of text between two tags that are read at most, libxml2's own limit for trees.
  static let textLimit = 10_000_000

  /// What was reported and not yet taken.
  var queue = XMLEventQueue()
  /// The names met so far.
  private(set) var names: XMLNames
  /// Why parsing stopped, or nil.
  private(set) var failure: Problem?
  /// The file's name for problems.
  let file: String

  private var cache = XMLNameCache()
  private var open: [XMLName] = []
  private let context: xmlParserCtxtPtr
  private var validation: XMLValidation?

  init(names: XMLNames, file: String, schema: XMLSchema?) throws {
    self.names = names
    self.file = file
    XMLLibrary.prepare()
    var handler = unsafe XMLPushParser.handler
    guard let context = unsafe xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else {
      preconditionFailure("libxml2 has no memory for a parser")
    }
    unsafe self.context = context
    unsafe _ = xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    unsafe context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    unsafe context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
    if let schema { unsafe validation = try schema.validation(of: context, file: file) }
    unsafe context.pointee.sax.pointee.serror = XMLPushParser.errorHandler
  }

  deinit {
    validation?.end()
    unsafe xmlFreeParserCtxt(context)
  }

  /// The problems with the schema so far.
  var invalidities: [Problem] { validation?.problems ?? [] }

  /// Parses the next bytes.
  func parse(_ bytes: UnsafeRawBufferPointer) {
    guard failure == nil else { return }
    let chars = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    unsafe _ = xmlParseChunk(context, chars, Int32(bytes.count), 0)
  }

  /// Parses what is left, after the last byte.
  func finish() {
    guard failure == nil else { return }
    unsafe _ = xmlParseChunk(context, nil, 0, 1)
    if failure == nil, unsafe context.pointee.wellFormed == 0 {
      failure = .malformed(file: file, place: place, words: "the document is not complete")
    }
  }

  // MARK: What libxml2 reports

  func reportDoctype() { stop(.doctype(file: file, place: Place(line: place.line))) }

  func reportStart(_ name: XMLName, attributesFrom first: Int) {
    queue.endText(depth: open.count)
    guard open.count < Self.depthLimit else {
      let message = "More than \(Self.depthLimit) elements lie within each other."
      return stop(.xmlLimit(file: file, place: place, message: message))
    }
    open.append(name)
    queue.addStart(name, place: tagPlace, depth: open.count, attributesFrom: first)
  }

  func reportEnd() {
    queue.endText(depth: open.count)
    guard let name = open.popLast() else { return }
    unsafe queue.addEnd(name, line: Int(context.pointee.input.pointee.line), depth: open.count + 1)
  }

  func reportText(_ text: UnsafeBufferPointer<UInt8>) {
    guard failure == nil else { return }
    guard queue.pendingCount + text.count <= Self.textLimit else {
      let message = "A text is longer than \(Self.textLimit) bytes."
      return stop(.xmlLimit(file: file, place: place, message: message))
    }
    unsafe queue.addText(text, at: place)
  }

  func reportError(_ error: UnsafePointer<xmlError>) {
    guard failure == nil, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else {
      return
    }
    let words = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "unknown fault"
    let column = unsafe error.pointee.int2
    let place = unsafe Place(
      line: max(1, Int(error.pointee.line)),
      column: column > 0 ? Int(column) : nil
    )
    stop(.malformed(file: file, place: place, words: words))
  }

  /// The code of a name given by its strings in the parser's dictionary.
  func name(_ local: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?) -> XMLName {
    let address = UInt(bitPattern: local)
    let other = UInt(bitPattern: namespace)
    if let code = cache.code(local: address, namespace: other) { return XMLName(code: code) }
    let space = unsafe namespace.map { unsafe String(cString: $0) } ?? ""
    let name = unsafe names.add(String(cString: local), in: space)
    cache.insert(name.code, local: address, namespace: other)
    return name
  }

  // MARK: Places

  private func stop(_ problem: Problem) {
    guard failure == nil else { return }
    failure = problem
    unsafe xmlStopParser(context)
  }

  /// Where the parser is.
  private var place: Place {
    guard let input = unsafe context.pointee.input else { return Place(line: 1) }
    return unsafe Place(
      line: max(1, Int(input.pointee.line)),
      column: max(1, Int(input.pointee.col))
    )
  }

  /// Where the start tag begins whose end the parser has reached.
  ///
  /// A literal `<` cannot stand in a tag, so the last one before the parser begins it.
  private var tagPlace: Place {
    guard let input = unsafe context.pointee.input, let cursor = unsafe input.pointee.cur,
      let base = unsafe input.pointee.base
    else { return place }
    var start = unsafe cursor
    var lines = 0
    while unsafe start > base, unsafe start.pointee != UInt8(ascii: "<") {
      unsafe start -= 1
      if unsafe start.pointee == UInt8(ascii: "\n") { lines += 1 }
    }
    let line = unsafe max(1, Int(input.pointee.line) - lines)
    guard lines == 0 else { return Place(line: line) }
    let column = unsafe Int(input.pointee.col) - (cursor - start)
    return Place(line: line, column: max(1, column))
  }
}
