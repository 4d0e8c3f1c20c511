"""Uses __file__, __name__, its own entry in sys.modules, inspect and typing.get_type_hints."""
import inspect
import sys
import typing
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
ME = sys.modules[__name__]
assert __name__ != "__main__"
assert ME.__dict__ is globals()


def document_frequency(counts: "np.ndarray") -> "np.ndarray":
    return (counts > 0).sum(axis=0)


assert ME.document_frequency is document_frequency
assert typing.get_type_hints(document_frequency)["return"] is np.ndarray
assert inspect.signature(document_frequency).parameters["counts"]
