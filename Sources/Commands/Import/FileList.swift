import Foundation
import Importing

/// The files that paths stand for.
enum FileList {
  /// Files as they are; folders as the files in them and below, hidden ones left out, by name.
  ///
  /// - Returns: Each path with whether it was named itself.
  /// - Throws: A ``Problem`` with code `file.missing` for a path that is not there.
  static func expand(_ paths: [String]) throws -> [(path: String, isNamed: Bool)] {
    try paths.flatMap { path -> [(path: String, isNamed: Bool)] in
      guard path != StandardInputSource.name else { return [(path, true)] }
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Problem(
          "file.missing",
          file: path,
          message: "There is no such file.",
          remedy: "Check the path."
        )
      }
      return isFolder.boolValue ? files(in: path).map { ($0, false) } : [(path, true)]
    }
  }

  private static func files(in folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .map { (folder as NSString).appendingPathComponent($0) }
      .filter { path in
        let type = try? FileManager.default.attributesOfItem(atPath: path)[.type]
        return type as? FileAttributeType == .typeRegular
      }
      .sorted()
  }
}
