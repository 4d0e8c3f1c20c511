"""Asks the user for a text when it is run as a program."""
import sys


def tokenize(text):
    words, word = [], ""
    for letter in text:
        if letter.isalnum():
            word += letter
        elif word:
            words.append(word.lower())
            word = ""
    return words + [word.lower()] if word else words


if __name__ == "__main__":
    text = input("Введите текст: ")
    print(tokenize(text))
    sys.exit(0)
