import ArgumentParser
@main struct Collate: ParsableCommand {}
