public import Foundation
import Schemas

/// A set of profiles, each with an id of its own.
public struct ProfileLibrary: Sendable {
  /// The profiles in the order of their ids.
  public let profiles: [Profile]
  /// What is wrong with the files in the folder, by file and line; empty for the shipped ones.
  public let problems: [Problem]

  /// The profiles that come with the program: every `.yaml` file of `Schemas/profiles`.
  public static let all = ProfileLibrary(folder: Schemas.profiles)

  /// Makes a library of profiles.
  public init(_ profiles: [Profile]) {
    self.profiles = profiles.sorted { $0.id < $1.id }
    problems = []
  }

  /// Reads every `.yaml` file of a folder.
  ///
  /// A file that is no profile is left out and its problems are kept. A profile must be named as
  /// its file (`profile.name`).
  public init(folder: URL) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var profiles: [Profile] = []
    var problems: [Problem] = []
    for name in names.sorted() where name.hasSuffix(".yaml") {
      let reading = Profile.read(path: folder.appendingPathComponent(name).path)
      problems += reading.problems
      guard let profile = reading.profile else { continue }
      if name == profile.id + ".yaml" {
        profiles.append(profile)
      } else {
        problems.append(Self.misnamed(profile, name))
      }
    }
    self.profiles = profiles.sorted { $0.id < $1.id }
    self.problems = problems
  }

  private static func misnamed(_ profile: Profile, _ name: String) -> Problem {
    Problem(
      "profile.name",
      file: name,
      field: "id",
      value: profile.id,
      message: "The profile “\(profile.id)” is in a file of another name.",
      remedy: "Name the file “\(profile.id).yaml”."
    )
  }

  /// The profile with an id, or nil.
  public func profile(id: String) -> Profile? { profiles.first { $0.id == id } }
}

extension Profile {
  /// Reads a profile from a file.
  ///
  /// A file that cannot be read gives the problem `file.unreadable`.
  public static func read(path: String) -> Reading {
    if let data = FileManager.default.contents(atPath: path) {
      return read(yaml: String(decoding: data, as: UTF8.self), named: path)
    }
    let problem = Problem(
      "file.unreadable",
      file: path,
      message: "The profile cannot be read.",
      remedy: "Check the path and the permissions."
    )
    return Reading(profile: nil, problems: [problem])
  }
}
