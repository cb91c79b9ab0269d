"""Tuned for speed: only the pages of items are read, and nothing is made that is not compared."""

SITENAME = "Things compared"
SITEURL = "https://example.org"
TIMEZONE = "UTC"
PATH = "content"
PAGE_PATHS = [""]
ARTICLE_PATHS = ["none"]
STATIC_PATHS: list[str] = []
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["pairs"]
# The plug-in writes the pages of items too, from what it has made of them for those of pairs.
PAGE_SAVE_AS = ""
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
MARKDOWN = {"extensions": ["markdown.extensions.meta", "markdown.extensions.footnotes"], "output_format": "html5"}
JINJA_ENVIRONMENT = {"trim_blocks": True, "lstrip_blocks": True}
