"""One file a type of question: what may stand in quiz.yaml."""
