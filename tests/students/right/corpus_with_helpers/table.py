import re

# поле в кавычках или без, за ним запятая, конец строки или конец текста
FIELD = re.compile(r'(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)')


class Table:
    def __init__(self, text):
        self.rows = [[]] if text else []
        position = 0
        while position < len(text):
            match = FIELD.match(text, position)
            quoted, plain, end = match.groups()
            self.rows[-1].append(plain if quoted is None else quoted.replace('""', '"'))
            position = match.end()
            if end not in (",", "") and position < len(text):
                self.rows.append([])
            if end == "," and position == len(text):
                self.rows[-1].append("")

    def column(self, name):
        header = self.rows[0] if self.rows else []
        if name not in header:
            raise KeyError(name)
        return list(list(zip(*self.rows))[header.index(name)][1:])
