// Reads damaged mails for so many seconds of processor time. Whatever the bytes are, reading must
// end by itself and take less than one such second; a trap ends the program. The mails depend only
// on the seed, so that the same run fails again at the same mail.
//
// Usage: mail-fuzz SECONDS SEED [FOLDER ...]

import Foundation

guard CommandLine.arguments.count >= 3, let seconds = Int(CommandLine.arguments[1]),
  let seed = UInt64(CommandLine.arguments[2])
else {
  print("usage: mail-fuzz SECONDS SEED [FOLDER ...]")
  exit(64)
}
var samples = Damage.samples
for folder in CommandLine.arguments.dropFirst(3) {
  for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
    let content = try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
    if let content, content.count < 200_000 { samples.append(Array(content)) }
  }
}
var damage = Damage(seed: seed, samples: samples)
var total = 0
var slowest = 0
let ticks = Int(CLOCKS_PER_SEC)
while clock() < seconds * ticks {
  let bytes = damage.next()
  let start = clock()
  Damage.read(bytes)
  let taken = clock() - start
  slowest = max(slowest, taken)
  guard taken < ticks else {
    print("slow: mail \(total + 1) of seed \(seed), \(bytes.count) bytes")
    exit(1)
  }
  total += 1
  if total.isMultiple(of: 100_000) { print("\(total) mails") }
}
print("\(total) mails damaged out of \(samples.count), slowest \(slowest * 1_000 / ticks) ms")
