"""What can go wrong. Written in Python, so that the classes pickle and take attributes like any other."""


class ShakeupError(Exception):
    """Whatever shakeup raises by itself."""


class InputError(ShakeupError, ValueError):
    """A text, date, kind or confidence that cannot be used; of many inputs, `index` says which, counted from 0."""

    def __init__(self, message: str, index: int | None = None):
        super().__init__(message, index)
        self.index = index

    def __str__(self) -> str:
        return str(self.args[0]) if self.index is None else f"input {self.index}: {self.args[0]}"


class LexiconError(ShakeupError):
    """A lexicon file or table that cannot be read; line and column count from 1."""

    def __init__(self, message: str, path: str | None = None, line: int | None = None, column: int | None = None):
        super().__init__(message, path, line, column)
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = [str(part) for part in (self.path, self.line, self.column) if part is not None]
        return ":".join([*place, f" {self.args[0]}"]) if place else str(self.args[0])


# Users meet them under the package's name, in tracebacks too.
for _error in (ShakeupError, InputError, LexiconError):
    _error.__module__ = "shakeup"
