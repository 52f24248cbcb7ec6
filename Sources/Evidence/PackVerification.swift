import Crypto
import Foundation
import Storage

/// Whether a pack is as it was made.
public struct PackVerification: Sendable, Equatable {
  /// What is wrong with a file of a pack.
  public enum Fault: String, Sendable, CaseIterable {
    /// Its bytes are others.
    case changed
    /// It is not there.
    case missing
    /// It was not in the pack.
    case added
  }

  /// A file and what is wrong with it.
  public struct Finding: Sendable, Equatable {
    /// The path within the pack.
    public var name: String
    /// What is wrong.
    public var fault: Fault

    /// One sentence.
    public var message: String {
      switch fault {
      case .changed: "\(name) was changed: its SHA-256 is not that of the manifest."
      case .missing: "\(name) is missing."
      case .added: "\(name) was added: the manifest does not name it."
      }
    }
  }

  /// What is wrong, in order of the names' bytes.
  public let findings: [Finding]
  /// How many files the manifest names.
  public let fileCount: Int
  /// The SHA-256 of the manifest, which stands for the whole pack.
  public let sha256: String

  /// Reads every file of the pack in a folder.
  ///
  /// - Throws: ``PackError`` if there is no pack, or a file cannot be read.
  public init(_ path: String) throws(PackError) {
    let text = try Self.manifestText(path)
    let manifest = try PackManifest(reading: text)
    var findings: [Finding] = []
    var present = try Self.names(in: path)
    for file in manifest.files {
      guard present.remove(file.name) != nil else {
        findings.append(Finding(name: file.name, fault: .missing))
        continue
      }
      if try Self.digest("\(path)/\(file.name)") != file.sha256 {
        findings.append(Finding(name: file.name, fault: .changed))
      }
    }
    present.subtract([PackManifest.name, EvidencePack.makingName])
    findings += present.map { Finding(name: $0, fault: .added) }
    self.findings = findings.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    fileCount = manifest.files.count
    sha256 = PackManifest.digest(text)
  }

  /// Whether nothing is wrong.
  public var isWhole: Bool { findings.isEmpty }

  private static func manifestText(_ path: String) throws(PackError) -> String {
    let file = "\(path)/\(PackManifest.name)"
    guard FileManager.default.fileExists(atPath: file) else { throw .missing(path) }
    guard let bytes = FileManager.default.contents(atPath: file) else { throw .cannotRead(file) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The paths of everything in a folder that is no folder itself; links are not followed.
  private static func names(in path: String) throws(PackError) -> Set<String> {
    guard let all = FileManager.default.enumerator(atPath: path) else { throw .cannotRead(path) }
    var names: Set<String> = []
    while let name = all.nextObject() as? String {
      let kind = all.fileAttributes?[.type] as? FileAttributeType
      if kind != .typeDirectory { names.insert(name) }
    }
    return names
  }

  private static func digest(_ path: String) throws(PackError) -> String {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .cannotRead(path) }
    defer { try? handle.close() }
    var hasher = SHA256()
    do {
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        hasher.update(data: piece)
      }
    } catch {
      throw .cannotRead(path)
    }
    return hexadecimalText(hasher.finalize())
  }
}
