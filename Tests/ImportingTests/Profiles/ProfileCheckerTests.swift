import Testing

@testable import Importing

@Suite struct ProfileCheckerTests {
  private func profile(_ yaml: String) throws -> Profile {
    let reading = Profile.read(yaml: "profile: 1\nid: t\n" + yaml, named: "t.yaml")
    #expect(reading.problems == [])
    return try #require(reading.profile)
  }

  @Test func `a check explains every column`() throws {
    let profile = try profile(
      """
      key: [Nr]
      formats: {dates: [dd.MM.yyyy, yyyy-MM-dd]}
      fields:
        title: {from: Name, required: true}
        startsOn: Start
        value: {from: Amount, group: ",", currency: EUR}
      parties: [{role: supplier, name: Vendor}]
      ignored: [Colour]
      """
    )
    let csv = """
      Nr,Name,Start,Amount,Vendor,Colour,Shape
      1,Lamps,31.12.2024,"1,200.00",A,red,round
      2,Doors,2024-01-01,,B,,
      3,Walls,12/31/2024,5,B,,

      """
    let check = try ProfileChecker.check(profile, MemorySource(csv), named: "t.csv")
    #expect(
      check.text == """
        t.csv by t: 3 rows, 1 rejected

        1. “Nr”: 0 blank, 0 with a problem
           → the key
           such as “1”, “2”, “3”
        2. “Name”: 0 blank, 0 with a problem
           → title: text, required
           such as “Lamps”, “Doors”, “Walls”
        3. “Start”: 0 blank, 1 with a problem
           → startsOn: a day written as dd.MM.yyyy or yyyy-MM-dd
           such as “31.12.2024”, “2024-01-01”, “12/31/2024”
        4. “Amount”: 1 blank, 0 with a problem
           → value: an amount with decimal mark “.”, groups “,”
           such as “1,200.00”, “5”
        5. “Vendor”: 0 blank, 0 with a problem
           → supplier name: text
           such as “A”, “B”
        6. “Colour”: 2 blank, 0 with a problem
           ignored
           such as “red”
        7. “Shape”: 2 blank, 0 with a problem
           not mapped
           such as “round”

        Not mapped: “Shape”

        Problems:
          date.unreadable: 1
          line 4: “12/31/2024” in “Start” is not a day written as dd.MM.yyyy or yyyy-MM-dd.

        """
    )
  }

  @Test func `a header that does not fit is explained without rows`() throws {
    let profile = try profile("key: [Nr]\nfields: {title: {from: Name, required: true}}")
    let check = try ProfileChecker.check(
      profile,
      MemorySource("Number,Title\n1,x\n"),
      named: "t.csv"
    )
    #expect(check.rows == 0)
    #expect(!check.isClean)
    #expect(
      check.text == """
        t.csv by t: 0 rows, 0 rejected
        error: The header lacks the columns “Nr”, “Name” that the profile “t” needs. Choose another \
        profile, or add the header's own names to a copy of this one.

        1. “Number”: 0 blank, 0 with a problem
           not mapped
        2. “Title”: 0 blank, 0 with a problem
           not mapped

        Not mapped: “Number”, “Title”

        """
    )
  }
}
