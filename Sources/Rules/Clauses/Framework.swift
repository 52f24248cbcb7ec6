import Foundation
public import Importing
import Policies
import Schemas

/// Another framework beside the rules: a row of the crosswalk.
///
/// References are those of the framework, titles are our own words, and which rules serve a part is
/// our own reading.
public struct Framework: Sendable, Hashable {
  /// A part of a framework: a practice, an objective, a function or a control.
  public struct Part: Sendable, Hashable {
    /// How the framework names it, such as `APO10` or `A.5.19`.
    public let reference: String
    /// A short title in our own words.
    public let title: String
    /// The ids of the rules that serve it, in order.
    public let rules: [String]
    /// The publication in which the part stands.
    public let source: String
  }

  /// The name of its file without `.yaml`, such as `cobit-2019`.
  public let id: String
  /// The name, such as `COBIT 2019`.
  public let title: String
  /// The year of the edition.
  public let edition: String
  /// What there is to say about the mapping, or nil.
  public let note: String?
  /// The parts, in order.
  public let parts: [Part]

  /// The parts that a rule serves, in order.
  public func parts(servedBy rule: String) -> [Part] { parts.filter { $0.rules.contains(rule) } }

  /// The parts that one of some rules serves, in order.
  public func parts(servedByAnyOf rules: [String]) -> [Part] {
    parts.filter { part in part.rules.contains(where: rules.contains) }
  }
}

/// All frameworks that are mapped.
public struct Crosswalk: Sendable {
  /// The frameworks in the order of their ids.
  public let frameworks: [Framework]
  /// What is wrong with the files; empty for the shipped ones.
  public let problems: [Problem]

  /// The crosswalk that comes with the program: every file of `Schemas/crosswalk`.
  public static let shipped = makeShipped()

  /// The framework with an id, or nil.
  public func framework(_ id: String) -> Framework? { frameworks.first { $0.id == id } }

  private static func makeShipped() -> Crosswalk {
    var frameworks: [Framework] = []
    var problems: [Problem] = []
    for name in DataFile.names(in: Schemas.crosswalk) {
      let path = Schemas.crosswalk.appendingPathComponent(name).path
      let reading = FrameworkReader.read(DataFile.bytes(path) ?? .init(), named: path)
      frameworks += reading.framework.map { [$0] } ?? []
      problems += reading.problems
    }
    return Crosswalk(frameworks: frameworks, problems: problems)
  }
}
