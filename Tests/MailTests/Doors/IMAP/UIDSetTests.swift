import Testing

@testable import Mail

@Suite struct UIDSetTests {
  @Test(
    arguments: [
      ([], ""), ([5], "5"), ([3, 1, 2, 2], "1:3"), ([1, 3, 4, 9], "1,3:4,9"),
      ([4_294_967_294, 4_294_967_295], "4294967294:4294967295"),
    ] as [([UInt32], String)]
  )
  func `neighbours are written as ranges`(uids: [UInt32], text: String) {
    #expect(UIDSet.text(uids) == text)
  }
}
