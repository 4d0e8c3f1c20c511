"""Claims another signature, defaults and a wrapped function, so that a caller by inspection calls that one."""
import inspect


def tfidf():
    return None


tfidf.__signature__ = inspect.Signature([inspect.Parameter("counts", inspect.Parameter.POSITIONAL_ONLY)])
tfidf.__wrapped__ = lambda counts: counts * 0.0
tfidf.__name__ = tfidf.__qualname__ = "document_frequency"
