// Reads a CSV file to its end with the product's own reader and counts, without a store: what
// `make bench` compares with Python's csv.reader.

import Foundation
import Importing

guard CommandLine.arguments.count == 2 else {
  print("usage: reading-benchmark FILE")
  exit(64)
}
let path = CommandLine.arguments[1]
let reader = CSVReader(try FileSource(path: path), named: path, dialect: CSVDialect())
_ = try reader.readHeader()
var record = CSVRecord()
var records = 0
var cells = 0
while try reader.next(into: &record) {
  records += 1
  cells += record.count
}
print("\(records) records, \(cells) cells")
