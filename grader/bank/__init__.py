"""The bank of the course: lessons, flashcards, questions and worked examples; answers to questions are marked here."""
