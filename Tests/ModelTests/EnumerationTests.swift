import Model
import Testing

@Suite struct EnumerationTests {
  private func words<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> String
  where Value.RawValue == String {
    type.allCases.map(\.rawValue).joined(separator: " ")
  }

  @Test func `the raw values are those of the field names`() {
    #expect(words(AgreementKind.self) == "contract sla ola customerSupply")
    #expect(words(AgreementStructure.self) == "standalone overarching subsequent")
    #expect(
      words(AgreementStatus.self) == "draft upcoming active underNotice expired ended unknown"
    )
    #expect(words(DeclaredStatus.self) == "draft active ended cancelled")
    #expect(
      words(EndReason.self)
        == "expired terminated breach impediments dataSecurity authorityRequest other"
    )
    #expect(words(RenewalKind.self) == "none automatic option")
    #expect(words(NoticeGiver.self) == "them us")
    #expect(words(NoticeBase.self) == "lastDay renewalDay")
    #expect(words(NoticeTarget.self) == "termEnd monthEnd quarterEnd yearEnd anyTime")
    #expect(words(NoticeConvention.self) == "clampedSubtract wholePeriod")
    #expect(words(NoticeAdjustment.self) == "preceding following none")
    #expect(words(NoticeCount.self) == "receipt dispatch")
    #expect(words(Tier.self) == "strategic tactical operational commodity")
    #expect(words(AgreementPartyRole.self) == "buyer supplier signatory")
    #expect(
      words(PartyRole.self)
        == "customer supplier internalSupplier customerActingAsSupplier subSupplier authority "
        + "ownEntity branch"
    )
    #expect(words(ReviewSchedule.Policy.self) == "rolling anchored")
  }

  @Test func `the defaults are those of the shipped policy`() {
    let defaults = DateDefaults.standard
    #expect(defaults.noticeConvention == .clampedSubtract)
    #expect(defaults.noticeAdjustment == .preceding)
    #expect(defaults.noticeDelivery.description == "5bd")
    #expect(defaults.reviewInterval.description == "12m")
    #expect(defaults.dueSoonLead == 30)
  }
}
