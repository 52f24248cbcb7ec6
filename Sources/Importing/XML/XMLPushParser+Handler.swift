import CLibXML2

/// What the program needs of libxml2 before it parses anything.
enum XMLLibrary {
  /// Prepares the library once: no file is ever fetched over a network.
  static func prepare() { prepared }

  private static let prepared: Void = {
    xmlInitParser()
    unsafe xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader)
  }()
}

extension XMLPushParser {
  /// The functions that libxml2 calls; the first argument of each is the parser.
  static var handler: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.internalSubset = { data, _, _, _ in
      unsafe XMLPushParser.from(data)?.reportDoctype()
    }
    unsafe handler.startElementNs = {
      data,
      local,
      _,
      namespace,
      _,
      _,
      count,
      _,
      attributes in
      guard let parser = unsafe XMLPushParser.from(data), let local = unsafe local else { return }
      parser.endText()
      let first = unsafe parser.state.pointee.queue.attributes.count
      unsafe parser.addAttributes(attributes, count: Int(count))
      unsafe parser.reportStart(parser.name(local, namespace), attributesFrom: first)
    }
    unsafe handler.endElementNs = { data, _, _, _ in
      unsafe XMLPushParser.from(data)?.reportEnd()
    }
    unsafe handler.characters = textHandler
    unsafe handler.ignorableWhitespace = textHandler
    unsafe handler.cdataBlock = textHandler
    return unsafe handler
  }

  /// Takes libxml2's errors, also where a schema's functions stand before ours.
  static var errorHandler: xmlStructuredErrorFunc {
    { _, error in
      guard let error = unsafe error, let context = unsafe error.pointee.ctxt else { return }
      let parser = unsafe context.assumingMemoryBound(to: xmlParserCtxt.self)
      unsafe XMLPushParser.from(parser.pointee._private)?.reportError(error)
    }
  }

  private static let textHandler: charactersSAXFunc = { data, text, count in
    guard let parser = unsafe XMLPushParser.from(data), let text = unsafe text else { return }
    unsafe parser.reportText(UnsafeBufferPointer(start: text, count: Int(count)))
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> XMLPushParser? {
    unsafe data.map { unsafe Unmanaged<XMLPushParser>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Takes attributes as SAX2 gives them: local name, prefix, namespace, start and end of value.
  private func addAttributes(
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    count: Int
  ) {
    guard let attributes = unsafe attributes else { return }
    for index in 0..<count {
      let fields = unsafe attributes + index * 5
      guard let local = unsafe fields[0], let start = unsafe fields[3], let end = unsafe fields[4]
      else { continue }
      let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
      unsafe state.pointee.queue.addAttribute(name(local, fields[2]), value: value)
    }
  }
}
