public import Foundation

/// Finds the folder of foreign sample files that lies beside some checkouts.
public enum Corpus {
  /// The corpus folder, or nil where this checkout has none beside it.
  public static let folder: URL? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.deletingLastPathComponent().appendingPathComponent("shared/corpus")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// Whether corpus tests can run; use as `.enabled(if: Corpus.isPresent, Corpus.missing)`.
  public static var isPresent: Bool { folder != nil }

  /// What a skipped corpus test says.
  public static let missing = "The corpus of foreign files is not beside this checkout."
}
