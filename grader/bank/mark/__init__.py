"""One file a type of question: what an answer to it is worth."""
