import Foundation
import Importing
import Intake

/// Keeps standard input in a file of its own, because an import reads its source twice.
struct Spool {
  let paths: [String]
  private let folder: URL?

  init(_ paths: [String]) throws {
    guard paths == [StandardInputSource.name] else {
      self.paths = paths
      folder = nil
      return
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("liaison-\(ProcessInfo.processInfo.globallyUniqueString)")
    let file = folder.appendingPathComponent("standard-input")
    do {
      try FileManager.default.createDirectory(
        at: folder,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
      guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
        throw IntakeError.cannotCreate(file.path)
      }
      let handle = try FileHandle(forWritingTo: file)
      while let data = try FileHandle.standardInput.read(upToCount: 1 << 20), !data.isEmpty {
        try handle.write(contentsOf: data)
      }
      try handle.close()
    } catch {
      throw IntakeError.cannotCreate(file.path)
    }
    self.folder = folder
    self.paths = [file.path]
  }

  func remove() {
    if let folder { try? FileManager.default.removeItem(at: folder) }
  }
}
