"""The states of cells, and what they say in words."""

# What a cell may say in words, by the state in its class. A value speaks for itself.
WORDS = {
    "yes": ["yes", "named", "uses it"],
    "no": ["no"],
    "partial": ["partial"],
    "not-applicable": ["not applicable"],
    "praised": ["praised"],
    "criticised": ["criticised"],
    "mixed": ["mixed"],
    "contested": ["contested"],
    "mentioned": ["mentioned"],
    "unknown": ["unknown"],
}
