import Testing

@testable import Importing

@Suite struct HeaderIndexTests {
  private let index = HeaderIndex([
    "Name*", " Vendor  Name", "Échéance", "Start Date", "StartDate", "Łódź",
  ])

  @Test func `case, blanks, accents and a trailing star are folded`() {
    #expect(index.find(ProfileColumn("name")) == .found(0))
    #expect(index.find(ProfileColumn("VENDORNAME")) == .found(1))
    #expect(index.find(ProfileColumn("echeance")) == .found(2))
    #expect(index.find(ProfileColumn("lodz")) == .found(5))
  }

  @Test func `the exact name comes before a folded one`() {
    #expect(index.find(ProfileColumn("StartDate")) == .found(4))
    #expect(index.find(ProfileColumn("start date")) == .ambiguous([3, 4]))
  }

  @Test func `aliases are tried in order, positions count from 1`() {
    #expect(index.find(ProfileColumn("Title", "Name")) == .found(0))
    #expect(index.find(ProfileColumn("Title")) == .absent)
    #expect(index.find(ProfileColumn(position: 6)) == .found(5))
    #expect(index.find(ProfileColumn(position: 7)) == .absent)
  }
}
