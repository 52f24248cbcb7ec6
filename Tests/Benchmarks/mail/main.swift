// Reads and decodes all mails of a folder with the product's own reader and counts: what
// `make bench-mail` compares with GMime.

import Foundation

guard CommandLine.arguments.count == 2 else {
  print("usage: mail-benchmark FOLDER")
  exit(64)
}
let folder = CommandLine.arguments[1]
var count = Count()
for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
  count.add(Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))))
}
print("\(count.mails) mails, \(count.bytes) bytes, \(count.parts) parts, \(count.decoded) decoded")
