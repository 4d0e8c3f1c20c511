"""Whether the bank of a course keeps its promises; each rule names file and line of what breaks it."""
