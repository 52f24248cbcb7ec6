import Foundation
public import Importing
import Model
import Policies
import Reporting
import Rules
import Storage

/// The evidence pack: what an auditor takes away.
///
/// The same store, day, policy and program give the same files, byte for byte. Who made the pack
/// and when stands in a file beside them, which the manifest does not name.
public enum EvidencePack {
  /// The file that says who made the pack and when.
  public static let makingName = "making.json"

  /// A part of a pack, in a file of its own.
  typealias Part = @Sendable (EvidenceRequest, PackWriter) throws -> Void

  /// The parts in the order in which they are written; the cover comes last.
  static let parts: [Part] = [
    ClausePart.write, RulePart.write, FindingPart.write, WaiverPart.write, RegisterPart.write,
    ReportPart.write, JournalPart.write, PolicyPart.write,
  ]

  /// What was made.
  public struct Result: Sendable {
    /// The files.
    public let manifest: PackManifest
    /// Files of evidence that are not what the store says, each a failed check of its own.
    public let problems: [Problem]
  }

  /// Writes a pack into a new folder.
  ///
  /// - Parameters:
  ///   - request: What it is made of.
  ///   - path: The folder, which must not exist.
  ///   - madeAt: Now, ISO text in UTC.
  ///   - madeBy: Who makes it.
  /// - Returns: The manifest, and what is wrong with files of evidence.
  /// - Throws: ``PackError``; ``StoreError``.
  public static func write(
    _ request: EvidenceRequest,
    to path: String,
    madeAt: String,
    madeBy: String
  ) throws -> Result {
    let pseudonyms = try pseudonyms(request)
    let folder = try PackFolder(creating: path)
    let writer = PackWriter(folder, request.reader, pseudonyms)
    for part in parts { try part(request, writer) }
    let problems = try FilePart.write(request, writer)
    let seed = PackManifest(folder.files).sha256
    try SamplingPart(seed: seed).write(request, writer)
    try CoverPart(seed: seed, problems: problems).write(request, writer)
    let manifest = try folder.finish()
    try folder.writeBeside(makingName, making(manifest, at: madeAt, by: writer.text(madeBy)))
    return Result(manifest: manifest, problems: problems)
  }

  private static func pseudonyms(_ request: EvidenceRequest) throws -> Pseudonyms? {
    guard request.usesPseudonyms else { return nil }
    guard let secret = try request.reader.secret() else { throw StoreError.notAllowed(noSecret) }
    return Pseudonyms(try PersonNames.all(request.reader), secret: secret)
  }

  private static let noSecret =
    "Pseudonyms are made with a secret of the journal, and every payload of it was redacted. "
    + "Make the pack without --pseudonyms."

  private static func making(_ manifest: PackManifest, at: String, by: String) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    let facts = ["madeAt": at, "madeBy": by, "manifestSha256": manifest.sha256]
    return String(decoding: try encoder.encode(facts), as: UTF8.self) + "\n"
  }
}
