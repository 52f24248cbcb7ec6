import Foundation
import Importing
import Model
import Schemas
import TestSupport
import Testing

@testable import Policies

@Suite struct PolicyTemplateTests {
  @Test func `every shipped template is a policy with a title and a source`() {
    let shipped = PolicyTemplates.shipped
    #expect(shipped.problems == [])
    #expect(
      shipped.templates.map(\.id) == [
        "australian-financial", "eu-payments", "scottish-public-bodies", "uk-financial",
        "uk-local-government",
      ]
    )
    for template in shipped.templates {
      #expect(!template.title.isEmpty, "\(template.id)")
      #expect(!template.source.isEmpty, "\(template.id)")
      #expect(template.named.count >= 18, "\(template.id)")
    }
  }

  @Test(arguments: [
    ("uk-local-government", ["5bd", "none", "15bd", "10bd"]),
    ("scottish-public-bodies", ["3bd", "none", "5bd", "none"]),
    ("uk-financial", ["none", "none", "56d", "none"]),
    ("eu-payments", ["none", "none", "15bd", "20bd"]),
    ("australian-financial", ["1bd", "none", "30d", "none"]),
  ])
  func `a template has the times of its source for every severity`(
    id: String,
    values: [String]
  ) throws {
    let template = try #require(PolicyTemplates.shipped.template(id: id))
    for severity in Policy.Severity.allCases {
      let target = template.policy.complaintTargets[severity]
      let times = [target.acknowledge, target.assess, target.respond, target.furtherTime]
      #expect(times.map { $0?.description ?? "none" } == values)
      #expect(target.resolve == nil)
      #expect(target.update == nil)
    }
  }

  @Test func `a file starts from a template, wherever it names it`() throws {
    let policy = try Policy.good("complaint.targets.minor.respond: 45d\nbasedOn: uk-financial")
    #expect(try policy.complaintTargets[.minor].respond == period("45d"))
    #expect(try policy.complaintTargets[.major].respond == period("56d"))
    #expect(policy.complaintTargets[.major].acknowledge == nil)
    #expect(Policy.reading("basedOn: uk-financial").basedOn == "uk-financial")
  }

  @Test func `the second stage of a council is level 2`() throws {
    let policy = try Policy.good("basedOn: uk-local-government")
    #expect(try policy.complaints.escalationLevel2 == period("20bd"))
    #expect(try policy.complaints.escalationLevel3 == period("20bd"))
  }

  @Test func `a template is not based on another one, and what is wrong is kept`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("basedOn: uk-financial".utf8).write(to: folder.appendingPathComponent("a.yaml"))
    try Data("title: Good".utf8).write(to: folder.appendingPathComponent("b.yaml"))
    let templates = PolicyTemplates(folder: folder)
    #expect(templates.templates.map(\.id) == ["b"])
    #expect(
      templates.problems.map(\.line) == [
        "policy.value 1:10 There is no template “uk-financial”. Leave the key out."
      ]
    )
  }
}
