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
      try Self.copy(to: handle)
      try handle.close()
    } catch let problem as Problem {
      try? FileManager.default.removeItem(at: folder)
      throw problem
    } catch {
      try? FileManager.default.removeItem(at: folder)
      throw IntakeError.cannotCreate(file.path)
    }
    self.folder = folder
    self.paths = [file.path]
  }

  private static func copy(to file: FileHandle) throws {
    let source = StandardInputSource()
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let count = try unsafe buffer.withUnsafeMutableBytes { unsafe try source.read(into: $0) }
      guard count > 0 else { return }
      try file.write(contentsOf: Data(buffer[..<count]))
    }
  }

  func remove() {
    if let folder { try? FileManager.default.removeItem(at: folder) }
  }
}
