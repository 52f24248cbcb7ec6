import Importing
import Testing

@Suite struct XMLRootTests {
  @Test func `the root is found before the document ends`() {
    let text = "<?xml version='1.0'?><!-- <x> --><p:a xmlns:p='urn:x' b='1'><c>"
    #expect(XMLRoot(start: Array(text.utf8)) == XMLRoot(local: "a", namespace: "urn:x"))
  }

  @Test(arguments: ["", "a;b;c", "<!DOCTYPE a><a/>", "<", "<a", "{}"])
  func `what is not XML has no root`(text: String) {
    #expect(XMLRoot(start: Array(text.utf8)) == nil)
  }
}
