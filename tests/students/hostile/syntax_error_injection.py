"""A syntax error on a line that is markup: it appears in the message on why the file did not load."""
def tfidf(counts): <script>alert("‮=1+1")</script>
