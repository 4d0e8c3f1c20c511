from itertools import groupby


def groups(text, is_border):
    """Группы строк между границами."""
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    for border, group in groupby(lines, lambda line: is_border(line.strip())):
        document = "\n".join(group).strip()
        if document and not border:
            yield document
