import Model
import TestSupport
import Testing

@Suite struct ComplaintHistoryTests {
  private func at(_ hour: Int) throws -> Instant { try Sample.berlin("2026-06-01", hour) }

  private func history(_ states: [(ComplaintState, Int)]) throws -> ComplaintHistory {
    try ComplaintHistory(
      receivedAt: at(9),
      events: states.map { ComplaintEvent(.entered($0.0), at: try at($0.1)) }
    )
  }

  @Test func `the state is that of the last step known`() throws {
    let history = try history([
      (.received, 9), (.acknowledged, 11), (.triaged, 10), (.assessing, 11),
    ])
    #expect(history.state == .assessing)
    #expect(try history.stateSince == at(11))
    #expect(try history.known(at: at(10)).state == .triaged)
    #expect(try history.known(at: at(9)).state == .received)
    #expect(try history.known(at: at(9)).stateSince == at(9))
    #expect(history.events.count == 3)
  }

  @Test func `messages do not change the state`() throws {
    let history = try ComplaintHistory(
      receivedAt: at(9),
      events: [
        ComplaintEvent(.receiptSent, at: try at(9)), ComplaintEvent(.updateSent, at: try at(10)),
        ComplaintEvent(.escalationAsked, at: try at(11)),
      ]
    )
    #expect(history.state == .received)
    #expect(history.events.map(\.isMessage) == [false, true, false])
  }

  @Test func `a step that is not allowed is refused with its time`() throws {
    let refusal = #expect(throws: ComplaintFault.self) {
      try history([(.triaged, 10), (.responded, 11)])
    }
    #expect(
      refusal?.sentence
        == "2026-06-01T09:00:00Z: A complaint that is triaged cannot become responded; it can become acknowledged, closed or no complaint."
    )
  }

  @Test func `a way of closing that is not allowed is refused`() throws {
    let closing = ComplaintEvent(.closed(.agreed), at: try at(10))
    let refusal = #expect(throws: ComplaintFault.self) {
      try ComplaintHistory(receivedAt: at(9), events: [closing])
    }
    #expect(
      refusal?.sentence
        == "2026-06-01T08:00:00Z: A complaint that is received cannot become closed as agreed; it can become closed as withdrawn, closed as duplicate or closed as reclassified."
    )
    let unknown = ComplaintEvent(.entered(.closed), at: try at(10))
    #expect(unknown.what == .closed(nil))
    #expect(try ComplaintHistory(receivedAt: at(9), events: [unknown]).state == .closed)
  }

  @Test func `an event before the receipt is refused`() throws {
    let refusal = #expect(throws: ComplaintFault.self) { try history([(.triaged, 8)]) }
    #expect(
      refusal?.sentence == "2026-06-01T06:00:00Z lies before the receipt of the complaint."
    )
  }

  @Test func `the spans of a state end with the next one`() throws {
    let history = try history([
      (.triaged, 10), (.acknowledged, 11), (.assessing, 12), (.investigating, 13),
      (.waitingComplainant, 14), (.investigating, 15), (.waitingComplainant, 16),
    ])
    let spans = history.spans(of: .waitingComplainant)
    #expect(try spans.map(\.from) == [at(14), at(16)])
    #expect(try spans.map(\.until) == [at(15), nil])
  }

  @Test(arguments: 0..<100)
  func `any walk along the table is a history`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var state = ComplaintState.received
    var events: [ComplaintEvent] = []
    for step in 1...20 {
      let next = ComplaintState.transitions.next(from: state)
      state = try #require(next.randomElement(using: &random))
      let time = try at(9).adding(seconds: Int64(step / 2))
      let kind = (events.last?.state ?? .received).closures.randomElement(using: &random)
      events.append(ComplaintEvent(state == .closed ? .closed(kind) : .entered(state), at: time))
    }
    let history = try ComplaintHistory(receivedAt: at(9), events: events)
    #expect(history.state == state)
    let middle = try at(9).adding(seconds: 5)
    #expect(history.known(at: middle).events.count == events.count { $0.at <= middle })
  }
}
