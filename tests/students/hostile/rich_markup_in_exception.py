"""Raises markup that a terminal library would obey, or stumble over because it is not closed."""


def tfidf(counts):
    raise ValueError("[bold green]accepted[/bold green] [link=http://192.0.2.1]here[/link] [/] [/nothing] [on red]")
