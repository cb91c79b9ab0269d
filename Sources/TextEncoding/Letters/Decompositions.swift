/// Canonical decompositions of characters into a base and a combining mark: `é` is `e` with an acute accent.
///
/// From Unicode 16 (UnicodeData.txt), for marks of Latin, Greek, Cyrillic and kana. The Swift standard library contains
/// this data but does not expose it.
enum Decompositions {
  /// The decomposition of each character, one mark at a time.
  static let parts: [Unicode.Scalar: (base: Unicode.Scalar, mark: Unicode.Scalar)] = {
    var parts: [Unicode.Scalar: (base: Unicode.Scalar, mark: Unicode.Scalar)] = [:]
    parts.reserveCapacity(1000)
    for (mark, bases, composed) in rows {
      for (base, whole) in zip(bases.unicodeScalars, composed.unicodeScalars) { parts[whole] = (base, mark) }
    }
    return parts
  }()

  /// A mark, the base characters, and their compositions with the mark.
  private static let rows: [(mark: Unicode.Scalar, bases: String, composed: String)] = [
    (
      "\u{300}", "AEIOUaeiouÜüNnЕИеиĒēŌōWwÂâĂăÊêÔôƠơƯưYyἀἁἈἉἐἑ",
      "ÀÈÌÒÙàèìòùǛǜǸǹЀЍѐѝḔḕṐṑẀẁẦầẰằỀềỒồỜờỪừỲỳἂἃἊἋἒἓ"
    ),
    ("\u{300}", "ἘἙἠἡἨἩἰἱἸἹὀὁὈὉὐὑὙὠὡὨὩαεηιουωΑΕΗ᾿ϊΙ῾ϋΥ¨ΟΩ", "ἚἛἢἣἪἫἲἳἺἻὂὃὊὋὒὓὛὢὣὪὫὰὲὴὶὸὺὼᾺῈῊ῍ῒῚ῝ῢῪ῭ῸῺ"),
    (
      "\u{301}", "AEIOUYaeiouyCcLlNnRrSsZzÜüGgÅåÆæØø¨ΑΕΗΙΟΥΩϊ",
      "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźǗǘǴǵǺǻǼǽǾǿ΅ΆΈΉΊΌΎΏΐ"
    ),
    (
      "\u{301}", "αεηιϋουωϒГКгкÇçĒēÏïKkMmÕõŌōPpŨũWwÂâĂăÊêÔôƠơƯ",
      "άέήίΰόύώϓЃЌѓќḈḉḖḗḮḯḰḱḾḿṌṍṒṓṔṕṸṹẂẃẤấẮắẾếỐốỚớỨ"
    ),
    ("\u{301}", "ưἀἁἈἉἐἑἘἙἠἡἨἩἰἱἸἹὀὁὈὉὐὑὙὠὡὨὩ᾿῾", "ứἄἅἌἍἔἕἜἝἤἥἬἭἴἵἼἽὄὅὌὍὔὕὝὤὥὬὭ῎῞"),
    ("\u{302}", "AEIOUaeiouCcGgHhJjSsWwYyZzẠạẸẹỌọ", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷẐẑẬậỆệỘộ"),
    ("\u{303}", "ANOanoIiUuVvÂâĂăEeÊêÔôƠơƯưYy", "ÃÑÕãñõĨĩŨũṼṽẪẫẴẵẼẽỄễỖỗỠỡỮữỸỹ"),
    (
      "\u{304}", "AaEeIiOoUuÜüÄäȦȧÆæǪǫÖöÕõȮȯYyИиУуGgḶḷṚṛαΑιΙυΥ",
      "ĀāĒēĪīŌōŪūǕǖǞǟǠǡǢǣǬǭȪȫȬȭȰȱȲȳӢӣӮӯḠḡḸḹṜṝᾱᾹῑῙῡῩ"
    ),
    ("\u{306}", "AaEeGgIiOoUuУИиуЖжАаЕеȨȩẠạαΑιΙυΥ", "ĂăĔĕĞğĬĭŎŏŬŭЎЙйўӁӂӐӑӖӗḜḝẶặᾰᾸῐῘῠῨ"),
    (
      "\u{307}", "CcEeGgIZzAaOoBbDdFfHhMmNnPpRrSsŚśŠšṢṣTtWwXxY",
      "ĊċĖėĠġİŻżȦȧȮȯḂḃḊḋḞḟḢḣṀṁṄṅṖṗṘṙṠṡṤṥṦṧṨṩṪṫẆẇẊẋẎ"
    ),
    ("\u{307}", "yſ", "ẏẛ"),
    (
      "\u{308}", "AEIOUaeiouyYΙΥιυϒЕІеіАаӘәЖжЗзИиОоӨөЭэУуЧчЫыH",
      "ÄËÏÖÜäëïöüÿŸΪΫϊϋϔЁЇёїӒӓӚӛӜӝӞӟӤӥӦӧӪӫӬӭӰӱӴӵӸӹḦ"
    ),
    ("\u{308}", "hÕõŪūWwXxt", "ḧṎṏṺṻẄẅẌẍẗ"),
    ("\u{309}", "AaÂâĂăEeÊêIiOoÔôƠơUuƯưYy", "ẢảẨẩẲẳẺẻỂểỈỉỎỏỔổỞởỦủỬửỶỷ"),
    ("\u{30a}", "AaUuwy", "ÅåŮůẘẙ"),
    ("\u{30b}", "OoUuУу", "ŐőŰűӲӳ"),
    ("\u{30c}", "CcDdEeLlNnRrSsTtZzAaIiOoUuÜüGgKkƷʒjHh", "ČčĎďĚěĽľŇňŘřŠšŤťŽžǍǎǏǐǑǒǓǔǙǚǦǧǨǩǮǯǰȞȟ"),
    ("\u{30f}", "AaEeIiOoRrUuѴѵ", "ȀȁȄȅȈȉȌȍȐȑȔȕѶѷ"),
    ("\u{311}", "AaEeIiOoRrUu", "ȂȃȆȇȊȋȎȏȒȓȖȗ"),
    ("\u{313}", "αΑεΕηΗιΙοΟυωΩρ", "ἀἈἐἘἠἨἰἸὀὈὐὠὨῤ"),
    ("\u{314}", "αΑεΕηΗιΙοΟυΥωΩρΡ", "ἁἉἑἙἡἩἱἹὁὉὑὙὡὩῥῬ"),
    ("\u{31b}", "OoUu", "ƠơƯư"),
    ("\u{323}", "BbDdHhKkLlMmNnRrSsTtVvWwZzAaEeIiOoƠơUuƯưYy", "ḄḅḌḍḤḥḲḳḶḷṂṃṆṇṚṛṢṣṬṭṾṿẈẉẒẓẠạẸẹỊịỌọỢợỤụỰựỴỵ"),
    ("\u{324}", "Uu", "Ṳṳ"),
    ("\u{325}", "Aa", "Ḁḁ"),
    ("\u{326}", "SsTt", "ȘșȚț"),
    ("\u{327}", "CcGgKkLlNnRrSsTtEeDdHh", "ÇçĢģĶķĻļŅņŖŗŞşŢţȨȩḐḑḨḩ"),
    ("\u{328}", "AaEeIiUuOo", "ĄąĘęĮįŲųǪǫ"),
    ("\u{32d}", "DdEeLlNnTtUu", "ḒḓḘḙḼḽṊṋṰṱṶṷ"),
    ("\u{32e}", "Hh", "Ḫḫ"),
    ("\u{330}", "EeIiUu", "ḚḛḬḭṴṵ"),
    ("\u{331}", "BbDdKkLlNnRrTtZzh", "ḆḇḎḏḴḵḺḻṈṉṞṟṮṯẔẕẖ"),
    (
      "\u{338}", "←→↔⇐⇔⇒∃∈∋∣∥∼≃≅≈=≡≍<>≤≥≲≳≶≷≺≻⊂⊃⊆⊇⊢⊨⊩⊫≼≽⊑⊒⊲⊳⊴⊵",
      "↚↛↮⇍⇎⇏∄∉∌∤∦≁≄≇≉≠≢≭≮≯≰≱≴≵≸≹⊀⊁⊄⊅⊈⊉⊬⊭⊮⊯⋠⋡⋢⋣⋪⋫⋬⋭"
    ),
    ("\u{338}", "⫝", "⫝̸"),
    ("\u{342}", "ἀἁἈἉἠἡἨἩἰἱἸἹὐὑὙὠὡὨὩα¨η᾿ιϊ῾υϋω", "ἆἇἎἏἦἧἮἯἶἷἾἿὖὗὟὦὧὮὯᾶ῁ῆ῏ῖῗ῟ῦῧῶ"),
    (
      "\u{345}", "ἀἁἂἃἄἅἆἇἈἉἊἋἌἍἎἏἠἡἢἣἤἥἦἧἨἩἪἫἬἭἮἯὠὡὢὣὤὥὦὧὨὩὪὫ",
      "ᾀᾁᾂᾃᾄᾅᾆᾇᾈᾉᾊᾋᾌᾍᾎᾏᾐᾑᾒᾓᾔᾕᾖᾗᾘᾙᾚᾛᾜᾝᾞᾟᾠᾡᾢᾣᾤᾥᾦᾧᾨᾩᾪᾫ"
    ),
    ("\u{345}", "ὬὭὮὯὰαάᾶΑὴηήῆΗὼωώῶΩ", "ᾬᾭᾮᾯᾲᾳᾴᾷᾼῂῃῄῇῌῲῳῴῷῼ"),
    (
      "\u{3099}", "かきくけこさしすせそたちつてとはひふへほうゝカキクケコサシスセソタチツテトハヒフヘホウワ",
      "がぎぐげござじずぜぞだぢづでどばびぶべぼゔゞガギグゲゴザジズゼゾダヂヅデドバビブベボヴヷ"
    ),
    ("\u{3099}", "ヰヱヲヽ", "ヸヹヺヾ"),
    ("\u{309a}", "はひふへほハヒフヘホ", "ぱぴぷぺぽパピプペポ"),
  ]

  /// Characters that are canonically equivalent to a single other one: the ångström sign is `Å`.
  static let twins: [Unicode.Scalar: Unicode.Scalar] = {
    var twins: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (letters, same) in twinRows {
      for (letter, twin) in zip(letters.unicodeScalars, same.unicodeScalars) { twins[letter] = twin }
    }
    return twins
  }()

  private static let twinRows: [(letters: String, same: String)] = [
    ("\u{374}\u{1f71}\u{1f73}\u{1f75}\u{1f77}\u{1f79}\u{1f7b}\u{1f7d}", "ʹάέήίόύώ"),
    ("\u{1fbb}\u{1fc9}\u{1fcb}\u{1fd3}\u{1fdb}\u{1fe3}\u{1feb}\u{1ff9}", "ΆΈΉΐΊΰΎΌ"),
    ("\u{1ffb}\u{2126}\u{212a}\u{212b}", "ΏΩKÅ"),
  ]
}
