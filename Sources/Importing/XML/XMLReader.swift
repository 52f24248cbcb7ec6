/// What an ``XMLReader`` has come to.
public enum XMLEvent: Equatable, Sendable {
  /// The start tag of an element; an empty element gives a start and an end.
  case start(XMLName)
  /// The end tag of an element.
  case end(XMLName)
  /// All the text between two tags, character references resolved, CDATA and blanks included.
  case text
}

/// Reads an XML document from start to end, one event at a time.
///
/// XML 1.0 with namespaces, in any encoding that libxml2 knows. Comments and processing
/// instructions are passed over. A document with a DOCTYPE is refused with `xml.doctype` before
/// anything in it is read, so that there are no entities but the five that XML itself defines;
/// at most 256 elements within each other and 10,000,000 bytes of one text are read
/// (`xml.limit`). Memory does not grow with the document. Nothing but the source is ever opened.
///
/// A value for one thread.
@safe
public final class XMLReader {
  private static let chunkSize = 16_384

  private let source: any ByteSource
  private let parser: XMLPushParser
  private let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkSize, alignment: 16)
  private var entry: XMLEventQueue.Entry?
  private var failure: (any Error)?
  private var isEmpty = true
  private var isFinished = false

  /// Makes a reader; nothing is read yet.
  ///
  /// The file's name is used in problems. With a schema the document is checked while it is
  /// read, see ``invalidities``. Nothing but a fault of libxml2 with the schema is thrown.
  public init(
    _ source: any ByteSource,
    named file: String,
    names: XMLNames = XMLNames(),
    schema: XMLSchema? = nil
  ) throws {
    self.source = source
    parser = try XMLPushParser(names: names, file: file, schema: schema)
  }

  deinit { unsafe chunk.deallocate() }

  /// The file's name for problems.
  public var file: String { parser.file }

  /// All names met so far, with the names handed in before them.
  public var names: XMLNames { unsafe parser.state.pointee.names }

  /// Where the document does not follow its schema, in the order found, the first 100.
  ///
  /// Each is an error with code `xml.invalid`, a line, and the element as field. They run up to
  /// 16 KiB ahead of the events and are complete when ``next()`` has returned nil.
  public var invalidities: [Problem] { parser.invalidities }

  /// Goes to the next event.
  ///
  /// - Returns: The event, or nil after the end of the root element and what follows it.
  /// - Throws: A ``Problem`` with code `xml.doctype`, `xml.malformed` or `xml.limit`, after all
  ///   events before the fault; what the source throws. Once thrown, it is thrown again.
  public func next() throws -> XMLEvent? {
    while true {
      if let entry = unsafe parser.state.pointee.queue.next() {
        self.entry = entry
        switch entry.kind {
        case .start: return .start(entry.name)
        case .end: return .end(entry.name)
        case .text: return .text
        }
      }
      entry = nil
      if let failure { throw failure }
      if let failure = parser.failure { throw failure }
      guard !isFinished else { return nil }
      try fill()
    }
  }

  private func fill() throws {
    unsafe parser.state.pointee.queue.clear()
    do {
      let count = try unsafe source.read(into: chunk)
      guard count > 0 else { return finish() }
      isEmpty = false
      unsafe parser.parse(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
    } catch {
      failure = error
    }
  }

  private func finish() {
    isFinished = true
    if isEmpty {
      failure = Problem.emptyDocument(file: file)
    } else {
      parser.finish()
    }
  }

  // MARK: The current event

  /// The line on which the current tag or text starts, 1-based; for an end tag where it ends.
  public var line: Int { entry?.line ?? 1 }

  /// The byte in the line at which the current start tag or text starts, 1-based.
  ///
  /// Nil for an end tag and for a tag that runs over several lines.
  public var column: Int? {
    guard let column = entry?.column, column > 0 else { return nil }
    return Int(column)
  }

  /// Where the current tag or text starts.
  public var place: Place { Place(line: line, column: column) }

  /// The name of the current start or end tag, nil at text.
  public var currentName: XMLName? {
    guard let entry, entry.kind != .text else { return nil }
    return entry.name
  }

  /// How many elements are open, the one that starts or ends here included; the root has 1.
  public var depth: Int { Int(entry?.depth ?? 0) }

  /// The bytes of the current text, UTF-8; empty at a tag.
  public var textBytes: ArraySlice<UInt8> {
    guard let entry, entry.kind == .text else { return [] }
    return bytes(entry.range)
  }

  /// The current text; empty at a tag.
  public var text: String { String(decoding: textBytes, as: UTF8.self) }

  /// Adds the bytes of the current text, UTF-8, to an array.
  public func appendText(to bytes: inout [UInt8]) { bytes.append(contentsOf: textBytes) }

  /// The names of the current start tag's attributes, in the order of the document.
  public var attributeNames: [XMLName] {
    guard let entry, entry.kind == .start else { return [] }
    return entry.range.map { unsafe parser.state.pointee.queue.attributes[Int($0)].name }
  }

  /// The value of an attribute of the current start tag, UTF-8, or nil if it has none.
  public func attributeBytes(_ name: XMLName) -> ArraySlice<UInt8>? {
    guard let entry, entry.kind == .start else { return nil }
    for index in entry.range {
      let attribute = unsafe parser.state.pointee.queue.attributes[Int(index)]
      if attribute.name == name { return bytes(attribute.bytes) }
    }
    return nil
  }

  private func bytes(_ range: Range<Int32>) -> ArraySlice<UInt8> {
    unsafe parser.state.pointee.queue.bytes[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The value of an attribute of the current start tag, or nil if it has none.
  public func attribute(_ name: XMLName) -> String? {
    attributeBytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The value of an attribute without a namespace, or nil if the current tag has none.
  public func attribute(_ local: String) -> String? {
    unsafe parser.state.pointee.names.find(local).flatMap { attribute($0) }
  }

  /// The local name of an element or attribute.
  public func local(_ name: XMLName) -> String { unsafe parser.state.pointee.names.local(name) }

  /// The namespace of an element or attribute, empty for none.
  public func namespace(_ name: XMLName) -> String {
    unsafe parser.state.pointee.names.namespace(name)
  }

  /// Passes over the element whose start tag is current; its end tag becomes current.
  ///
  /// - Throws: As ``next()``.
  public func skip() throws {
    let outer = depth
    while let event = try next() {
      if case .end = event, depth == outer { return }
    }
  }
}
