public import Foundation
public import Importing
import Schemas

/// A policy that comes with the program as a start for others.
public struct PolicyTemplate: Sendable {
  /// The name of its file without `.yaml`, as `basedOn` wants it.
  public let id: String
  /// A few words for a list.
  public let title: String
  /// The publication from which its numbers come.
  public let source: String
  /// The policy with all values in force.
  public let policy: Policy
  /// The keys in which it differs from the default, in the order of its file.
  public let named: [String]
}

/// A set of templates, each with an id of its own.
public struct PolicyTemplates: Sendable {
  /// The templates in the order of their ids.
  public let templates: [PolicyTemplate]
  /// What is wrong with the files of the folder; empty for the shipped ones.
  public let problems: [Problem]

  /// No templates at all.
  static let none = Self(templates: [], problems: [])

  /// The templates that come with the program: every file of `Schemas/policy/templates`.
  public static let shipped = Self(folder: Schemas.policy.appendingPathComponent("templates"))

  /// Reads every `.yaml` file of a folder; each is a policy file with a title and a source.
  ///
  /// A file that is no policy is left out and its problems are kept. A template cannot be based on
  /// another one.
  public init(folder: URL) {
    var templates: [PolicyTemplate] = []
    var problems: [Problem] = []
    for name in DataFile.names(in: folder) {
      let reading = Policy.read(path: folder.appendingPathComponent(name).path, templates: .none)
      problems += reading.problems
      guard let policy = reading.policy else { continue }
      let template = PolicyTemplate(
        id: String(name.dropLast(".yaml".count)),
        title: reading.title ?? "",
        source: reading.source ?? "",
        policy: policy,
        named: reading.named
      )
      templates.append(template)
    }
    self.init(templates: templates, problems: problems)
  }

  private init(templates: [PolicyTemplate], problems: [Problem]) {
    self.templates = templates
    self.problems = problems
  }

  /// The template with an id, or nil.
  public func template(id: String) -> PolicyTemplate? { templates.first { $0.id == id } }
}
