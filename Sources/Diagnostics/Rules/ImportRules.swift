// Rules of `collate import`: how a file of items is written and what it must have.
extension Diagnostic.Rule {
  static let importing = [
    emptyFile, csvSyntax, csvColumns, jsonSyntax, notAnObject, missingName, duplicateItem, unknownColumn,
    importWithoutSource,
    importLimit, largeItem,
  ]

  package static let emptyFile = Diagnostic.Rule(
    "empty-file", .error, "The file to import has nothing in it.",
    why: "There is no item to make a document of.",
    mend: "Check that the file was saved, and that it is the right one.",
    example: .imported("\n", mended: "name\nDjango\n"))

  package static let csvSyntax = Diagnostic.Rule(
    "csv-syntax", .error, "A quote in a CSV file is not closed, or text follows the one that closes a cell.",
    why: "Where the cell ends cannot be told, so that all further cells might be wrong.",
    mend: "Close the quote; write one that belongs to the text twice, in a cell that is quoted as a whole.",
    example: .imported(
      "name,summary\nDjango,\"The \"big\" one\"\n", mended: "name,summary\nDjango,\"The \"\"big\"\" one\"\n"))

  package static let csvColumns = Diagnostic.Rule(
    "csv-columns", .error, "A row of a CSV file has more or fewer cells than the header.",
    why: "A cell too many has no column; most often it is half of a text with a comma in it.",
    mend: "Quote a cell that holds the separator.",
    example: .imported(
      "name,summary\nDjango,large, and complete\n", mended: "name,summary\nDjango,\"large, and complete\"\n"))

  package static let jsonSyntax = Diagnostic.Rule(
    "json-syntax", .error, "A file of items is not JSON.",
    why: "What a broken line holds cannot be told.",
    mend: "Look for a missing quotation mark, comma or bracket at the place that the message names.",
    example: .imported(
      "{\"name\": \"Django}\n", mended: "{\"name\": \"Django\"}\n", as: "frameworks.jsonl"))

  package static let notAnObject = Diagnostic.Rule(
    "not-an-object", .error, "An item of a JSON file is a text, a number or a list.",
    why: "Without names nothing says what a value means.",
    mend: "Write each item as an object: `{ \"name\": … }`.",
    example: .imported("[\"Django\"]\n", mended: "[{\"name\": \"Django\"}]\n", as: "frameworks.json"))

  package static let missingName = Diagnostic.Rule(
    "missing-name", .error, "An item of the file has no name.",
    why: "A document needs one, and the file its document stands in is made from it.",
    mend: "Call the column with the names `name`, or say which it is with `--name-column`.",
    example: .imported("year,name\n2005,Django\n2010,\n", mended: "year,name\n2005,Django\n2010,Flask\n"))

  package static let duplicateItem = Diagnostic.Rule(
    "duplicate-item", .error, "Two items of the file have the same name or slug.",
    why: "They would be one document.",
    mend: "Keep one of them, or tell them apart with a column `slug`.",
    example: .imported("name,year\nDjango,2005\nDjango,2006\n", mended: "name,year\nDjango,2005\n"))

  package static let unknownColumn = Diagnostic.Rule(
    "unknown-column", .error, "An option names a column that the file does not have.",
    why: "Without it, the import would do something else than was asked for.",
    mend: "Write the header as it stands in the file.",
    example: .imported("name,year\nDjango,2005\n", options: ["--skip", "yaer"]))

  package static let importWithoutSource = Diagnostic.Rule(
    "import-without-source", .note, "Facts are imported, and nothing says who states them.",
    why: "A build will warn of each of them.",
    mend: "Name the source of the file with `--source`.",
    example: .imported("name,year\nDjango,2005\n"))

  package static let importLimit = Diagnostic.Rule(
    "import-limit", .error, "A file has more items, columns or values than can be imported at once.",
    why: "All of it is looked at together, to guess what the columns mean.",
    mend: "Split the file.",
    example: .situation("$ wc -l frameworks.csv\n25000 frameworks.csv\n$ split -l 10000 frameworks.csv"))

  package static let largeItem = Diagnostic.Rule(
    "large-item", .error, "An item has more than fits into a document.",
    why: "A document has limits, which Docs/content.md lists.",
    mend: "Leave out a column with `--skip`.",
    example: .situation("$ collate import frameworks.csv --skip changelog"))
}
