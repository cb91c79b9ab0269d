"""What a page of the bundled site may ask of whoever reads it: the most bytes, stops of the keyboard and length on a phone.

A kilobyte is 1,000 bytes. What is compressed is so as servers do it, each file for itself.
"""

from statistics import median

# A kind of page, which of its pages is meant, and the most bytes of the page itself, plain and compressed.
PAGES = [
    ("pair", median, 38_000, 8_000),
    ("pair", max, 68_000, 12_500),
    ("item", max, 50_000, 10_000),
]

# All style sheets that one page loads, plain and compressed.
STYLE_SHEETS = (30_000, 8_000)

# A page with its style sheets and scripts, compressed.
FIRST_VISIT = 60_000

# In CSS pixels: a phone, how high the header stands on it, and the screens on which it has one line.
PHONE = {"width": 390, "height": 780}
HEADER_HEIGHT = 60
ONE_LINE_WIDTHS = [390, 768, 1024, 1280, 1440, 1920]

# Of a pair's page on a phone, its folds closed: stops of the tab key, and screens to scroll through.
PAIR_STOPS = 90
PAIR_SCREENS = 7
