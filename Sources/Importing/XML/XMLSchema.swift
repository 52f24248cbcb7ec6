import CLibXML2
public import Foundation

/// An XML schema (W3C XML Schema 1.0) that a reader checks while it reads.
///
/// Made once from its file, with the files that this includes, and used for many documents.
@safe
public final class XMLSchema {
  private let schema: xmlSchemaPtr
  private let path: String

  /// Reads a schema from its file.
  ///
  /// - Throws: A ``Problem`` with code `xml.schema` if the file is missing or not a schema.
  public init(contentsOf url: URL) throws {
    XMLLibrary.prepare()
    path = url.path
    let words = XMLWords()
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw Problem.unusableSchema(path: path, words: nil)
    }
    guard let parser = unsafe xmlSchemaNewParserCtxt(path) else {
      throw Problem.unusableSchema(path: path, words: nil)
    }
    defer { unsafe xmlSchemaFreeParserCtxt(parser) }
    unsafe xmlSchemaSetParserStructuredErrors(parser, XMLWords.handler, words.pointer)
    guard let schema = unsafe xmlSchemaParse(parser) else {
      throw Problem.unusableSchema(path: path, words: words.list.first?.words)
    }
    unsafe self.schema = schema
    withExtendedLifetime(words) {}
  }

  deinit { unsafe xmlSchemaFree(schema) }

  /// Starts to check what a parser reads.
  func validation(of context: xmlParserCtxtPtr, file: String) throws -> XMLValidation {
    guard let validator = unsafe xmlSchemaNewValidCtxt(schema),
      let validation = unsafe XMLValidation(validator, of: context, schema: self, file: file)
    else { throw Problem.unusableSchema(path: path, words: nil) }
    return validation
  }
}

/// Checks one document against a schema while it is parsed.
@safe
final class XMLValidation {
  private let validator: xmlSchemaValidCtxtPtr
  private let plug: xmlSchemaSAXPlugPtr
  private let words = XMLWords()
  private let schema: XMLSchema
  private let file: String
  private var hasEnded = false

  init?(
    _ validator: xmlSchemaValidCtxtPtr,
    of context: xmlParserCtxtPtr,
    schema: XMLSchema,
    file: String
  ) {
    let plug = unsafe xmlSchemaSAXPlug(validator, &context.pointee.sax, &context.pointee.userData)
    guard let plug = unsafe plug else {
      unsafe xmlSchemaFreeValidCtxt(validator)
      return nil
    }
    unsafe self.validator = validator
    unsafe self.plug = plug
    self.schema = schema
    self.file = file
    unsafe xmlSchemaSetValidStructuredErrors(validator, XMLWords.handler, words.pointer)
    unsafe xmlSchemaValidateSetLocator(validator, XMLValidation.locator, context)
  }

  /// The first problems found, at most 100.
  var problems: [Problem] {
    words.list.map { .invalid(file: file, line: max(1, $0.line), words: $0.words) }
  }

  /// Takes the schema's functions off the parser again.
  func end() {
    guard !hasEnded else { return }
    hasEnded = true
    unsafe xmlSchemaSAXUnplug(plug)
    unsafe xmlSchemaFreeValidCtxt(validator)
  }

  /// Tells at which line the parser is; libxml2 reads file and line whatever comes back, and does
  /// not set them before.
  private static var locator: xmlSchemaValidityLocatorFunc {
    { data, file, line in
      unsafe file?.pointee = nil
      unsafe line?.pointee = 0
      guard let context = unsafe data?.assumingMemoryBound(to: xmlParserCtxt.self),
        let input = unsafe context.pointee.input
      else { return -1 }
      unsafe line?.pointee = UInt(max(1, input.pointee.line))
      return 0
    }
  }
}

/// Collects what libxml2 says, at most 100 times.
final class XMLWords {
  /// What was said and at which line.
  private(set) var list: [(line: Int, words: String)] = []

  /// The collector as libxml2 hands it back.
  var pointer: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

  /// Puts what is said into the collector.
  static var handler: xmlStructuredErrorFunc {
    { data, error in
      guard let data = unsafe data, let error = unsafe error,
        let message = unsafe error.pointee.message
      else { return }
      let collector = unsafe Unmanaged<XMLWords>.fromOpaque(data).takeUnretainedValue()
      guard collector.list.count < 100 else { return }
      unsafe collector.list.append((Int(error.pointee.line), String(cString: message)))
    }
  }
}
