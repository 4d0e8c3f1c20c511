"""One file a kind of picture: values of a worked example as HTML, MathML or SVG."""
