import Model

extension Field {
  /// The field by its name in a profile, which is its name in code.
  init?(profileName: String) {
    guard let field = Self.byName[profileName] else { return nil }
    self = field
  }

  /// The name of the field in a profile.
  public var profileName: String { String(describing: self) }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.profileName, $0) }
  )

  /// What a cell for the field holds unless the profile says otherwise.
  var profileKind: ProfileValue.Kind {
    if isDay { return .date }
    switch self {
    case .value, .annualValue, .valueChange: return .money
    case .openEnded: return .boolean
    case .maxRenewals: return .integer
    case .initialTerm, .renewalTerm, .noticePeriod, .noticePeriodTheirs, .noticeDelivery,
      .reviewInterval:
      return .duration
    case .parentReference, .calendar, .parentParty, .lead, .partyReference,
      .agreementReference, .personReference, .deputyReference, .serviceReference:
      return .identifier
    default: return closedList == nil ? .text : .choice
    }
  }

  /// Whether the field can hold values of the kind.
  func canHold(_ kind: ProfileValue.Kind) -> Bool {
    let texts: Set<ProfileValue.Kind> = [.text, .identifier, .choice]
    let own = profileKind
    return kind == own || (texts.contains(kind) && texts.contains(own))
  }

  /// The only values that the field can have, or nil if it is free.
  var closedList: [String]? {
    switch self {
    case .kind: AgreementKind.allCases.map(\.rawValue)
    case .structure: AgreementStructure.allCases.map(\.rawValue)
    case .declaredStatus: DeclaredStatus.allCases.map(\.rawValue)
    case .endReason: EndReason.allCases.map(\.rawValue)
    case .renewal: RenewalKind.allCases.map(\.rawValue)
    case .tier: Tier.allCases.map(\.rawValue)
    case .noticeBase: NoticeBase.allCases.map(\.rawValue)
    case .noticeTo: NoticeTarget.allCases.map(\.rawValue)
    case .noticeRule: NoticeCount.allCases.map(\.rawValue)
    case .noticeConvention: NoticeConvention.allCases.map(\.rawValue)
    case .noticeAdjustment: NoticeAdjustment.allCases.map(\.rawValue)
    case .noticeGivenBy: NoticeGiver.allCases.map(\.rawValue)
    default: nil
    }
  }

  /// What a bad cell costs unless the profile says otherwise: the row for dates of the term and
  /// for money, else the field.
  var badCell: ProfileValue.BadCell {
    switch self {
    case .signedOn, .startsOn, .endsOn, .latestPossibleEnd, .endedOn, .value, .annualValue,
      .valueChange, .changedOn:
      .reject
    default: .warn
    }
  }
}
