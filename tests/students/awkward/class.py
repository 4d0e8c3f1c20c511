"""Its name is a keyword, so `import class` would be a syntax error."""


def split_on_marker(text, marker):
    documents, lines = [], []
    for line in [*text.replace("\r\n", "\n").split("\n"), marker]:
        if line.strip() == marker:
            documents.append("\n".join(lines).strip())
            lines = []
        else:
            lines.append(line)
    return [document for document in documents if document]
