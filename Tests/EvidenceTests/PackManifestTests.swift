import Testing

@testable import Evidence

/// The list of a pack's files, as `sha256sum` writes and reads it.
@Suite struct PackManifestTests {
  private static let digest = String(repeating: "0a", count: 32)

  private func manifest(_ names: String...) -> PackManifest {
    PackManifest(names.map { PackManifest.File(name: $0, sha256: Self.digest) })
  }

  @Test func `files stand in order of their names, and are read back`() throws {
    let manifest = manifest("b.csv", "a/z.csv", "B.csv")
    #expect(
      manifest.text
        == "\(Self.digest)  B.csv\n\(Self.digest)  a/z.csv\n\(Self.digest)  b.csv\n"
    )
    #expect(try PackManifest(reading: manifest.text) == manifest)
  }

  @Test func `an empty list has no lines`() throws {
    #expect(try PackManifest(reading: "").files.isEmpty)
    #expect(manifest().text.isEmpty)
  }

  @Test(
    "a line of another form is named by its number",
    arguments: [
      "x", "\(digest) a.csv", "\(digest)  ", "\(digest)  /etc/passwd", "\(digest)  ../a",
      "\(digest)  a/./b", "\(digest)  a//b", "\(digest.uppercased())  a.csv", "",
      "\(digest)  first",
    ]
  )
  func otherForm(_ line: String) {
    let text = "\(Self.digest)  first\n\(line)\n\(Self.digest)  last\n"
    #expect(throws: PackError.unreadableManifest(line: 2)) { try PackManifest(reading: text) }
  }

  @Test func `every error says what happened and what to do`() {
    let sentences = [
      PackError.exists("a"), .cannotCreate("a"), .cannotWrite("a", reason: "full"),
      .cannotRead("a"), .missing("a"), .unreadableManifest(line: 3),
    ].map(\.message)
    #expect(
      sentences == [
        "There is already something at a. Choose a folder that does not exist yet.",
        "a cannot be written. Check the folder and its permissions.",
        "The file a cannot be written: full. The pack is not whole; remove the folder.",
        "The file a cannot be read. Check its permissions.",
        "There is no evidence pack in a: it has no file MANIFEST.sha256.",
        "Line 3 of MANIFEST.sha256 is not a SHA-256 and a name. Ask for the pack again.",
      ]
    )
  }
}
