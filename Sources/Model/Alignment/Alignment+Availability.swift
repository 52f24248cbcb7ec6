extension Alignment {
  /// One link for each service that an availability target is about.
  func availabilityLinks(
    _ target: ServiceLevelTarget,
    _ services: [ServiceGraph.Service],
    _ sla: AgreementFile
  ) -> [AlignmentLink] {
    let promises = PromisedAvailability(day: day, window: target.window)
    let stated = Percentage(points: Fraction(target.value))
    guard target.comparison != .atMost, stated.isPart else {
      let reason = "Target \(target.reference) states no least availability from 0 % to 100 %."
      return [
        .unknown(
          .availability,
          target.title,
          promised: nil,
          reason,
          isSevere: true,
          records: [sla.reference, target.reference]
        )
      ]
    }
    return concerned(by: target, services).map { service in
      let needs = ServiceNeeds(of: service, component: target.component, graph, promises)
      return Self.link(
        "\(target.title), \(service.name)",
        promised: stated,
        needs.element,
        records: [sla.reference, target.reference]
      )
    }
  }

  /// Compares a promise with what an element comes to.
  static func link(
    _ title: String,
    promised: Percentage,
    _ element: AvailabilityElement,
    records: [String]
  ) -> AlignmentLink {
    let found = element.availability
    let verdict: AlignmentVerdict
    if found.lowest >= promised {
      verdict = .aligned
    } else if found.highest < promised {
      verdict = .gap(.percentage(Percentage(share: promised.share - found.highest.share)))
    } else {
      let unknown = element.parts.first { $0.promised == nil }
      verdict = .unknown(unknown.map { "\($0.name): \($0.reason)." } ?? "")
    }
    return AlignmentLink(
      .availability,
      title,
      promised: .percentage(promised),
      carried: (found.exact ?? carried(found, verdict)).map { .percentage($0) },
      verdict,
      reason: reason(element, found, promised, verdict),
      isSevere: true,
      records: records + element.parts.flatMap(\.records),
      parts: element.parts(below: promised, depth: 1, isSeries: true)
    )
  }

  /// Of a span the end that decides.
  private static func carried(
    _ found: ComposedAvailability,
    _ verdict: AlignmentVerdict
  ) -> Percentage? {
    switch verdict {
    case .aligned: found.lowest
    case .gap: found.highest
    case .unknown: nil
    }
  }

  private static func reason(
    _ element: AvailabilityElement,
    _ found: ComposedAvailability,
    _ promised: Percentage,
    _ verdict: AlignmentVerdict
  ) -> String {
    var sentences: [String] = []
    if case .unknown(let reason) = verdict {
      sentences = [reason]
    } else {
      let value = found.exact ?? carried(found, verdict) ?? .zero
      sentences.append(
        "\(downtime(value)) of downtime in 30 days, \(downtime(promised)) allowed."
      )
      if found.exact == nil {
        let part = element.parts.first { $0.promised == nil }.map(\.name) ?? ""
        sentences.append(
          verdict == .aligned
            ? "That holds even if \(part) never works." : "That holds even if \(part) never fails."
        )
      } else {
        sentences.append("Cautious bound \(found.cautious.exactText).")
      }
      if verdict == .aligned, found.cautious < promised {
        sentences.append("It is carried only if the parts fail independently.")
      }
    }
    return (sentences + element.sharedCauses).joined(separator: " ")
  }

  /// The downtime that an availability leaves in 30 days around the clock, in minutes.
  private static func downtime(_ availability: Percentage) -> String {
    (availability.rest.share * 43_200).exactText(most: 2) + " min"
  }
}

extension AvailabilityElement {
  /// The element and what is in it, from the top down; in a series each must reach the promise.
  fileprivate func parts(
    below promised: Percentage,
    depth: Int,
    isSeries: Bool
  ) -> [AlignmentPart] {
    switch self {
    case .part(let part):
      return [
        AlignmentPart(
          depth: depth,
          name: part.name,
          value: part.promised.map { .percentage($0) },
          isBreak: isSeries && part.promised.map { $0 < promised } ?? false,
          reason: part.reason
        )
      ]
    case .group(let group):
      let found = availability
      let head = AlignmentPart(
        depth: depth,
        name: group.name,
        value: found.exact.map { .percentage($0) },
        isBreak: isSeries && found.highest < promised,
        reason: group.words
      )
      let inSeries = isSeries && group.need == .all
      return [head]
        + group.members.flatMap {
          $0.parts(below: promised, depth: depth + 1, isSeries: inSeries)
        }
    }
  }
}
