"""A name that begins with a digit and has blanks, brackets and Cyrillic letters: no module of Python could be imported so."""


def documents_from_json(text):
    import json

    try:
        data = json.loads(text)
        texts = [entry["text"] for entry in data["documents"] if isinstance(data["documents"], list)]
    except (TypeError, KeyError, ValueError) as error:
        raise ValueError(f"not a corpus: {error}") from error
    if not isinstance(data["documents"], list) or not all(isinstance(text, str) for text in texts):
        raise ValueError("not a corpus")
    return texts
