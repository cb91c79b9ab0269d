/// The collation order of the CLDR 46 root locale, which `Intl.Collator` also uses.
///
/// The tables contain the letters of the Latin, Greek and Cyrillic scripts and the most common signs; other characters
/// follow those of their group by code point.
enum SortOrder {
  /// The groups of characters, in order.
  private enum Group: UInt32 {
    case punctuation = 1, symbols, currencies, numbers, otherNumbers, latin, greek, cyrillic, georgian,
      armenian, others
    case korean, japanese, bopomofo, yi, chinese
  }

  /// Returns the primary weight of a character, which must be in lower case and without marks.
  static func place(_ scalar: Unicode.Scalar) -> UInt32 {
    if let place = listed[scalar] { return place }
    return group(of: scalar).rawValue << 24 | scalar.value + unlisted
  }

  /// The primary weight of numbers.
  static let numbers = Group.numbers.rawValue << 24

  /// Returns the secondary weight of a mark; a letter without marks has 0.
  static func place(ofMark mark: Unicode.Scalar) -> UInt32 {
    marks.firstIndex(of: mark).map { UInt32($0) + 1 } ?? mark.value
  }

  /// й is a letter of its own rather than и with a mark.
  static let shortI = (base: place("и"), mark: Unicode.Scalar("\u{306}"), place: place("й"))

  /// A character that sorts like a sequence of others, some of which may be marks.
  struct Joined {
    var letters: [Unicode.Scalar]
    var form = LetterForm.plain
  }

  static let joined: [Unicode.Scalar: Joined] = {
    var all: [Unicode.Scalar: Joined] = [:]
    // These sort as if their first letter had a stroke.
    for letter in "æœøđħłŀßðґ".unicodeScalars {
      var letters = letter == "ґ" ? ["г"] : Letters.plain(letter).map { Array($0.unicodeScalars) } ?? [letter]
      letters.insert("\u{338}", at: 1)
      all[letter] = Joined(letters: letters, form: letter == "ð" ? .joined : .plain)
    }
    let wide = (UInt32(0xFF41)...0xFF5A).compactMap(Unicode.Scalar.init)
    for letter in "ªºſǳĳǉǌﬀﬁﬂﬃﬄﬅﬆ".unicodeScalars + wide {
      guard let plain = Letters.plain(letter) else { continue }
      all[letter] = Joined(letters: Array(plain.unicodeScalars), form: .joined)
    }
    let spelled: [(sign: Unicode.Scalar, letters: String)] = [
      ("ǆ", "dz\u{30C}"), ("…", "..."), ("№", "no"), ("™", "tm"), ("℠", "sm"),
    ]
    for (sign, letters) in spelled {
      all[sign] = Joined(letters: Array(letters.unicodeScalars), form: .joined)
    }
    return all
  }()

  private static let unlisted: UInt32 = 0x10000

  private static let listed: [Unicode.Scalar: UInt32] = {
    var places: [Unicode.Scalar: UInt32] = [:]
    for (group, letters) in order {
      for (index, letter) in letters.unicodeScalars.enumerated() {
        places[letter] = group.rawValue << 24 | UInt32(truncatingIfNeeded: index)
      }
    }
    for (sign, others) in alike {
      for other in others.unicodeScalars { places[other] = places[sign] }
    }
    return places
  }()

  private static func group(of scalar: Unicode.Scalar) -> Group {
    switch scalar.value {
    case 0..<0x250, 0x250..<0x2B0, 0x1D00..<0x1DC0, 0x1E00..<0x1F00, 0x2C60..<0x2C80, 0xA720..<0xA800,
      0xAB30..<0xAB70:
      if scalar.properties.isAlphabetic { return .latin }
    case 0x370..<0x400, 0x1F00..<0x2000: if scalar.properties.isAlphabetic { return .greek }
    case 0x400..<0x530, 0x1C80..<0x1C90, 0xA640..<0xA6A0:
      if scalar.properties.isAlphabetic { return .cyrillic }
    case 0x531..<0x590: return .armenian
    case 0x10A0..<0x1100, 0x1C90..<0x1CC0, 0x2D00..<0x2D30: return .georgian
    case 0x1100..<0x1200, 0xA960..<0xA980, 0xAC00..<0xD800: return .korean
    case 0x3041..<0x3100, 0x31F0..<0x3200, 0xFF66..<0xFFA0: return .japanese
    case 0x3100..<0x3130, 0x31A0..<0x31C0: return .bopomofo
    case 0xA000..<0xA4D0: return .yi
    case 0x2E80..<0x2FE0, 0x3400..<0x4DC0, 0x4E00..<0xA000, 0xF900..<0xFB00, 0x20000..<0x33480:
      return .chinese
    default: break
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .connectorPunctuation, .dashPunctuation,
      .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return .punctuation
    case .currencySymbol: return .currencies
    case .mathSymbol, .modifierSymbol, .otherSymbol: return .symbols
    case .decimalNumber, .letterNumber, .otherNumber: return .otherNumbers
    default: return .others
    }
  }

  private static let order: [(Group, String)] = [
    (
      .punctuation,
      " _-‐‒–—―,;:!¡?¿‽.。·'‹›\"«»()[]{}〈〉《》「」『』【】〔〕§¶@*/\\&#%‰‱†‡•‣′‵※‿"
    ),
    (
      .symbols,
      "`^°©®℗℞℟℮←→↑↓⇐⇑⇒⇓⇔∀∂∃∅∆∇∈∋∏∐∑+±÷×<=>¬|¦~−∓∕∖∗∘∙√∛∜∝∞∟∠∥∧∨∩∪∫∮∴∵∶∷∼≂≃≅≈≋≍≎≐≡≤≥■□▪▫▬▲△▴▵▶▷▸▹►▼▽▾▿◀"
        + "◁◂◃◄◆◇○◌◍◎●★☆♠♡♢♣♤♥♦♧♩♪♫♬✓✔✕✖✗✘♭♮♯"
    ),
    (.currencies, "¤¢$£¥֏؋߾߿৲৳৻૱௹฿៛₠₡₢₣₤₥₦₩₪₫€₭₮₯₰₱₲₳₴₵₶₷₸₹₺₻₼₽₾₿⃀⃁"),
    (
      .latin,
      "aⱥɐɑɒbʙƀɓƃcȼƈɕdȸɖɗƌȡeɇǝəɛɘɚɜɝɞʚɤfƒgɡɢǥɠʛɣƣhʜƕɦɧiıɪɨɩjȷɉʝɟʄkƙʞlʟƚɫɬɭȴɮƛʎmɱnɴɲƞɳȵŋoɶɔɵɷȣpƥɸqȹʠɋĸrʀ"
        + "ɍɹɺɻɼɽɾɿʁsʂȿʃƪʅʆtŧⱦƫƭʈȶʇuʉɥɯɰʊvʋʌwʍxyʏɏƴȝzƍƶȥʐʑɀʒƹƺʓþƿƻƨƽƅʔɂʕʡʢʖǀǁǂǃʗʘ"
    ),
    (.greek, "αβγδεϝͷϛζͱηθιϳκϗλμνξοπϻϟϙρϼσͼͻͽτυφχψωϡͳϸϣϥϧϩϫϭϯ"),
    (
      .cyrillic,
      "аәӕбвгғӻҕӷдԁђԃҙеєжԫҗзԅԑѕӡԇийҋіјкқӄҡҟҝԟԛлӆԯԓԡљԉԕмӎнԩӊңӈԣҥњԋоөпԥҧҁрҏԗсԍҫтԏҭћуүұѹфхӽӿҳһԧѡѿѽѻцҵчԭҷӌҹ"
        + "ҽҿџшщъыьҍѣэюяԙѥѧѫѩѭѯѱѳѵҩԝӏ"
    ),
  ]

  /// Signs that sort like another one.
  private static let alike: [(Unicode.Scalar, String)] = [
    ("'", "\u{2018}\u{2019}\u{201A}\u{201B}"), ("\"", "\u{201C}\u{201D}\u{201E}\u{201F}"),
    (" ", "\u{A0}\u{202F}"),
    ("-", "\u{2011}"), ("σ", "ς"),
  ]

  private static let marks: [Unicode.Scalar] = [
    "\u{313}", "\u{343}", "\u{314}", "\u{301}", "\u{300}", "\u{306}", "\u{302}", "\u{30C}", "\u{30A}",
    "\u{342}", "\u{308}", "\u{30B}", "\u{303}", "\u{307}", "\u{338}", "\u{327}", "\u{328}", "\u{304}",
  ]
}
