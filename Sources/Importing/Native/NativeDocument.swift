/// What reading the native format (`Schemas/xml/liaison-1.xsd`) into drafts and restoring it into
/// a store have in common.
public enum NativeDocument {
  /// The name of the format, also the scheme of references that only this format brought.
  public static let id = "liaison"

  /// The namespace of version 1.
  public static let namespace = "urn:liaison:register:1"
  private static let family = "urn:liaison:register:"

  /// Whether the first bytes are those of a native document of any version.
  public static func recognizes(start: [UInt8]) -> Bool {
    guard let root = XMLRoot(start: start) else { return false }
    return root.local == "register" && root.namespace.hasPrefix(family)
  }

  /// Whether the first bytes are those of an export, which an empty store takes over as it is.
  public static func isExport(start: [UInt8]) -> Bool {
    guard let reader = try? XMLReader(MemorySource(start), named: ""),
      case .start(let root) = try? reader.next()
    else { return false }
    return isRoot(root, of: reader) && reader.attribute("form") == "export"
  }

  private static func isRoot(_ name: XMLName, of reader: XMLReader) -> Bool {
    reader.local(name) == "register" && reader.namespace(name) == namespace
  }

  /// Reads the root's start tag.
  ///
  /// - Throws: A ``Problem``: `native.newer` for another version, `native.unknown` for another
  ///   document; what the reader throws.
  public static func readRoot(_ reader: XMLReader) throws {
    guard case .start(let root) = try reader.next(), !isRoot(root, of: reader) else { return }
    let space = reader.namespace(root)
    guard reader.local(root) == "register", space.hasPrefix(family) else {
      throw Problem(
        "native.unknown",
        file: reader.file,
        place: reader.place,
        field: reader.local(root),
        message: "The root element is not register in the namespace \(namespace).",
        remedy: "Check that the file is in Liaison's native format."
      )
    }
    let version = space.dropFirst(family.count)
    throw Problem(
      "native.newer",
      file: reader.file,
      place: reader.place,
      value: space,
      message:
        "The file is in version \(version) of the native format; this program reads version 1.",
      remedy: "Update this program, or export the file again in version 1."
    )
  }

  /// Tells where a document that was read does not follow the schema.
  ///
  /// - Throws: A ``Problem`` with code `native.invalid` if there is any such place; what the
  ///   report throws.
  public static func checkSchema(_ reader: XMLReader, report: (Problem) throws -> Void) throws {
    let problems = reader.invalidities
    guard !problems.isEmpty else { return }
    for problem in problems { try report(problem) }
    let places = problems.count == 1 ? "1 place" : "\(problems.count) places"
    throw Problem(
      "native.invalid",
      file: reader.file,
      message:
        "The file does not follow the schema at \(problems.count < 100 ? "" : "at least ")\(places).",
      remedy: "Correct the places listed; the schema is Schemas/xml/liaison-1.xsd."
    )
  }
}
