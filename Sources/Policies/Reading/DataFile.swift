package import Foundation

/// Reads small files.
package enum DataFile {
  /// The bytes of a file, one more than a text may have at most, or nil if it cannot be read.
  package static func bytes(_ path: String) -> Data? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    do { return try handle.read(upToCount: DataText.mostBytes + 1) ?? Data() } catch { return nil }
  }

  /// The names of the YAML files of a folder, in order.
  package static func names(in folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }
}
