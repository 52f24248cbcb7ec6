import Foundation
import TestSupport

/// Entity bombs and the like of the corpus.
enum HostileFiles {
  static var isPresent: Bool { Corpus.isPresent }
  static var missing: String { Corpus.missing }

  /// Every file with its name, in order of names.
  static func all() throws -> [(name: String, bytes: [UInt8])] {
    guard let folder = Corpus.folder?.appendingPathComponent("xml-conformance/hostile") else {
      return []
    }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, Array(try Data(contentsOf: folder.appendingPathComponent($0))))
    }
  }
}
