"""The states of cells, and what they say in words."""

# What a cell may say in words, by the state in its class. A value speaks for itself. Judgements are told by who is for,
# against and both; the editor's own by their state.
WORDS = {
    "yes": ["yes", "named", "uses it"],
    "no": ["no"],
    "partial": ["partial"],
    "not-applicable": ["not applicable"],
    "praised": [" for", "praised"],
    "criticised": [" against", "criticised"],
    "mixed": [" both", "mixed"],
    "contested": [" against", " both", "contested"],
    "mentioned": ["mentioned"],
    "unknown": ["nobody says", "unknown"],
}
