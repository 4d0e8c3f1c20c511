"""Zachetka: property grading, quizzes and a study site for the foundations of NLP."""

__version__ = "0.1.0"
