"""Reports for readers: one file per format, each a pure function of a report and a language."""
