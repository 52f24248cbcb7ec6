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

  /// What changes with every event.
  ///
  /// It lies behind a pointer because the checks of exclusive access to properties of a class
  /// took a third of the time; only one thread and one call at a time ever touch it.
  struct State {
    var queue = XMLEventQueue()
    var names: XMLNames
    var cache = XMLNameCache()
    var open: [XMLName] = []
    var failure: Problem?
    var hasFailed = false
  }

  /// What was reported and not yet taken.
  let state: UnsafeMutablePointer<State>
  /// The file's name for problems.
  let file: String
  private let context: xmlParserCtxtPtr
  private var validation: XMLValidation?

  init(names: XMLNames, file: String, schema: XMLSchema?) throws {
    self.file = file
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: State(names: names))
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
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  /// Why parsing stopped, or nil.
  var failure: Problem? { unsafe state.pointee.failure }

  /// The problems with the schema so far.
  var invalidities: [Problem] { validation?.problems ?? [] }

  /// Parses the next bytes.
  func parse(_ bytes: UnsafeRawBufferPointer) {
    guard unsafe !state.pointee.hasFailed else { return }
    let chars = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    unsafe _ = xmlParseChunk(context, chars, Int32(bytes.count), 0)
  }

  /// Parses what is left, after the last byte.
  func finish() {
    guard unsafe !state.pointee.hasFailed else { return }
    unsafe _ = xmlParseChunk(context, nil, 0, 1)
    if failure == nil, unsafe context.pointee.wellFormed == 0 {
      stop(.malformed(file: file, place: place, words: "the document is not complete"))
    }
  }

  // MARK: What libxml2 reports

  func reportDoctype() { stop(.doctype(file: file, place: Place(line: place.line))) }

  /// Ends the text before a tag, before the tag's attributes are added.
  func endText() { unsafe state.pointee.queue.endText(depth: state.pointee.open.count) }

  func reportStart(_ name: XMLName, attributesFrom first: Int) {
    let depth = unsafe state.pointee.open.count + 1
    guard depth <= Self.depthLimit else {
      let message = "More than \(Self.depthLimit) elements lie within each other."
      return stop(.xmlLimit(file: file, place: place, message: message))
    }
    unsafe state.pointee.open.append(name)
    let (line, column) = tagPlace
    unsafe state.pointee.queue.addStart(
      name,
      line: line,
      column: column,
      depth: depth,
      attributesFrom: first
    )
  }

  func reportEnd() {
    endText()
    guard let name = unsafe state.pointee.open.popLast() else { return }
    let depth = unsafe state.pointee.open.count + 1
    let line = unsafe Int(context.pointee.input.pointee.line)
    unsafe state.pointee.queue.addEnd(name, line: line, depth: depth)
  }

  func reportText(_ text: UnsafeBufferPointer<UInt8>) {
    guard unsafe !state.pointee.hasFailed else { return }
    guard unsafe state.pointee.queue.openTextCount + text.count <= Self.textLimit else {
      let message = "A text is longer than \(Self.textLimit) bytes."
      return stop(.xmlLimit(file: file, place: place, message: message))
    }
    let place = place
    let column = Int32(clamping: place.column ?? 0)
    unsafe state.pointee.queue.addText(text, line: place.line, column: column)
  }

  func reportError(_ error: UnsafePointer<xmlError>) {
    guard unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
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
    if let code = unsafe state.pointee.cache.code(local: address, namespace: other) {
      return XMLName(code: code)
    }
    let space = unsafe namespace.map { unsafe String(cString: $0) } ?? ""
    let name = unsafe state.pointee.names.add(String(cString: local), in: space)
    unsafe state.pointee.cache.insert(name.code, local: address, namespace: other)
    return name
  }

  // MARK: Places

  private func stop(_ problem: Problem) {
    guard unsafe !state.pointee.hasFailed else { return }
    unsafe state.pointee.failure = problem
    unsafe state.pointee.hasFailed = true
    unsafe xmlStopParser(context)
  }

  /// Where the parser is.
  private var place: Place {
    guard let input = unsafe context.pointee.input else { return Place(line: 1) }
    let column = unsafe max(1, Int(input.pointee.col))
    return unsafe Place(line: max(1, Int(input.pointee.line)), column: column)
  }

  /// Where the start tag begins whose end the parser has reached; column 0 if it is not known.
  ///
  /// A literal `<` cannot stand in a tag, so the last one before the parser begins it.
  private var tagPlace: (line: Int, column: Int32) {
    guard let input = unsafe context.pointee.input, let cursor = unsafe input.pointee.cur,
      let base = unsafe input.pointee.base
    else { return (1, 0) }
    var start = unsafe cursor
    var lines = 0
    while unsafe start > base, unsafe start.pointee != UInt8(ascii: "<") {
      unsafe start -= 1
      if unsafe start.pointee == UInt8(ascii: "\n") { lines += 1 }
    }
    let line = unsafe max(1, Int(input.pointee.line) - lines)
    guard lines == 0 else { return (line, 0) }
    let column = unsafe Int(input.pointee.col) - (cursor - start)
    return (line, Int32(clamping: max(1, column)))
  }
}
