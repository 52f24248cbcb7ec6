import CSV
import Foundation
import Importing
import TestSupport
import Testing

/// The CSV importer keeps the promises of all importers, by every shipped profile.
@Suite struct CSVImporterContractTests {
  private static func sample(_ id: String) throws -> (CSVImporter, [UInt8]) {
    let profile = try #require(ProfileLibrary.all.profile(id: id))
    let url = ProfileFixtureTests.fixtures.appendingPathComponent("\(id)/first/input.csv")
    return (CSVImporter(profile), Array(try Data(contentsOf: url)))
  }

  @Test(arguments: ProfileFixtureTests.ids)
  func `it keeps the promises`(id: String) throws {
    let (importer, bytes) = try Self.sample(id)
    ImporterContract.checkPromises(importer, sample: bytes)
  }

  @Test(arguments: 0..<200)
  func `changed bytes do no harm`(seed: Int) throws {
    let ids = ProfileFixtureTests.ids
    let (importer, bytes) = try Self.sample(ids[seed % ids.count])
    ImporterContract.checkMutations(importer, sample: bytes, seed: UInt64(seed))
  }
}
