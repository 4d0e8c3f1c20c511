"""The mutable default argument: right once."""


def tokenize(text, tokens=[]):  # noqa: B006
    word = ""
    for letter in text + " ":
        if letter.isalnum():
            word += letter.lower()
        elif word:
            tokens.append(word)
            word = ""
    return tokens
