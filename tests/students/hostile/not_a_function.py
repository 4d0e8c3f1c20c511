"""Binds the names of exercises to a number, a module and a string."""
import math as tokenize

tfidf = 3.14
ngrams = "def ngrams(tokens, n): return []"
