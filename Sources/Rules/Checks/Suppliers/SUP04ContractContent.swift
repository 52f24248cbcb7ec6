import Model
import Policies

extension Rule {
  /// SUP-04: contracts state what they must.
  static let contractContent = Rule(
    id: "SUP-04",
    title: "Contracts state what they must",
    clauses: [.of2005: "7.3", .of2011: "7.2", .of2018: "8.3.4.1"],
    predicate: """
      A contract lacks an item that the edition, or DORA where it applies, asks for, or was last \
      checked for its content before its latest version took effect.
      """,
    remediation: "Amend the contract by a change, or say where the item is written.",
    guidance: """
      Go through the list of items for each contract and again for each new version: present, \
      written elsewhere, missing, or not applicable with the reason. Good evidence is an entry for \
      each item with the day on which somebody looked.
      """,
    records: ["tierAssessment"],
    evaluation: .relationship { file, context in
      file.contracts.map { contract in
        let subject = Judgement.Subject.agreement(contract)
        guard contract.isActive else {
          return .notApplicable(subject, "Contract \(contract.reference) is not in force.")
        }
        // What the implementing rules of NIS2 ask for has no keys of its own in the list.
        let keys = ContentChecklist.required(context.edition, SupplierTier.latest(file))
        return judge(contract, keys, context)
      }
    }
  )

  private static func judge(
    _ contract: AgreementFile,
    _ keys: [String],
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.agreement(contract)
    let items = Dictionary(contract.contentItems.map { ($0.key, $0) }) { $1 }
    let missing = keys.filter { items[$0]?.state == "missing" }
    let known = ["present", "reference", "notApplicable", "missing"]
    let open = keys.filter { key in !known.contains { $0 == items[key]?.state } }
    let unknown = open.isEmpty ? "" : " Not looked at: \(open.joined(separator: ", "))."
    let what = "Contract \(contract.reference)"
    if !missing.isEmpty {
      let grave = missing.contains("scope") || missing.contains("targets")
      return .fail(
        subject,
        grave ? .major : .minor,
        "\(what) lacks \(missing.joined(separator: ", ")) as of \(context.asOf).\(unknown)"
      )
    }
    if !open.isEmpty {
      return .insufficientData(
        subject,
        "\(what): whether it states what it must is not known.\(unknown)"
      )
    }
    return judgeAge(contract, keys.compactMap { items[$0] }, context)
  }

  /// Judges whether the list was checked since the latest change of the contract.
  private static func judgeAge(
    _ contract: AgreementFile,
    _ items: [AgreementFile.ContentItem],
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.agreement(contract)
    let what = "Contract \(contract.reference)"
    let changed = contract.versions.filter { version in
      version.number > 1 && version.effectiveFrom.map { $0 <= context.asOf } ?? true
    }
    guard let version = changed.last else {
      return .pass(subject, "\(what) states what it must.")
    }
    let days = items.compactMap(\.checkedOn)
    guard let from = version.effectiveFrom, days.count == items.count, let checked = days.min()
    else {
      return .insufficientData(
        subject,
        "\(what): whether its content was checked since version \(version.number) is not known."
      )
    }
    guard checked < from else {
      return .pass(subject, "\(what) states what it must; checked on \(checked).")
    }
    return .fail(
      subject,
      .minor,
      due: from,
      "\(what): its content was last checked on \(checked), "
        + "\(Count.days(checked.days(to: from))) before version \(version.number) took effect on "
        + "\(from)."
    )
  }
}
