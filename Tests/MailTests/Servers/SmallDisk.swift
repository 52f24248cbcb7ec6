import Foundation

/// A file system in memory with little space; it is unmounted with the value.
final class SmallDisk {
  /// Whether this user may mount file systems.
  static let isPossible: Bool = {
    guard TestMachine.has("/usr/bin/mount", "/usr/bin/umount") else { return false }
    guard let disk = try? SmallDisk(megabytes: 1) else { return false }
    return disk.isMounted
  }()

  private let folder: TestFolder
  /// Where it is mounted.
  var path: String { "\(folder.path)/disk" }

  init(megabytes: Int) throws {
    folder = try TestFolder()
    try folder.makeFolder("disk")
    try TestMachine.shell("mount -t tmpfs -o size=\(megabytes)m liaison-test '\(path)'")
  }

  /// Gives it more space.
  func grow(megabytes: Int) throws {
    try TestMachine.shell("mount -o remount,size=\(megabytes)m '\(path)'")
  }

  private var isMounted: Bool {
    let mounts = (try? String(contentsOfFile: "/proc/mounts", encoding: .utf8)) ?? ""
    return mounts.contains(" \(path) tmpfs")
  }

  deinit { try? TestMachine.shell("umount '\(path)'") }
}
