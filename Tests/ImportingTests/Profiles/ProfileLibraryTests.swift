import Testing

@testable import Importing

@Suite struct ProfileLibraryTests {
  private func profile(_ id: String, _ columns: [String]) -> Profile {
    var profile = Profile()
    profile.id = id
    profile.recognizedBy = columns.map { ProfileColumn($0) }
    return profile
  }

  private func ids(_ recognition: ProfileRecognition) -> [String] {
    switch recognition {
    case .one(let match): [match.profile.id]
    case .several(let matches): ["several"] + matches.map(\.profile.id)
    case .none: []
    }
  }

  @Test func `the only profile that fits is taken`() {
    let library = ProfileLibrary([profile("a", ["x"]), profile("b", ["y"])])
    #expect(ids(library.recognize(start: Array("x,z\n".utf8))) == ["a"])
    #expect(ids(library.recognize(start: Array("q\n".utf8))) == [])
    #expect(ids(library.recognize(start: [])) == [])
  }

  @Test func `of several the one with all columns of the others is taken`() {
    let library = ProfileLibrary([profile("a", ["x"]), profile("b", ["x", "y"])])
    #expect(ids(library.recognize(start: Array("x,y\n".utf8))) == ["b"])
  }

  @Test func `otherwise all candidates are named`() {
    let apart = ProfileLibrary([profile("b", ["y"]), profile("a", ["x"])])
    #expect(ids(apart.recognize(start: Array("x,y\n".utf8))) == ["several", "a", "b"])
    let same = ProfileLibrary([profile("a", ["x"]), profile("b", ["x"])])
    #expect(ids(same.recognize(start: Array("x\n".utf8))) == ["several", "a", "b"])
  }

  @Test func `the first delimiter that fits is taken`() throws {
    var profile = profile("a", ["x", "y"])
    profile.delimiters = [0x3B, 0x2C]
    let match = try #require(profile.matches(start: Array("x,y\n".utf8)).first)
    #expect(match.dialect.delimiter == 0x2C)
  }
}
