"""Answers the load request with remarks of its own making: templates that reach into objects, ask for a gigabyte of padding, or hold markup."""
import os
import struct

def text(word):
    return b"s" + struct.pack("<I", len(word)) + word


def send(payload, times=1):
    try:
        os.write(3, (struct.pack("<I", len(payload)) + payload) * times)
    except OSError:
        pass


def receive():
    (size,) = struct.unpack("<I", read(4))
    return read(size)


def read(size):
    data = b""
    while len(data) < size:
        data += os.read(3, size - len(data)) or os._exit(0)
    return data


def serve(answer):
    """Answers all calls to come with the same frame, as if it were the worker."""
    while True:
        request = receive()
        name = struct.unpack_from("<I", request, 15)[0]
        for _ in range(struct.unpack_from("<q", request, 20 + name)[0]):
            receive()
            os.write(3, struct.pack("<I", len(answer)) + answer)


def listed(parts):
    return b"[" + struct.pack("<I", len(parts)) + b"".join(parts)


def remark(template, **values):
    pairs = b"".join(text(name.encode()) + value for name, value in values.items())
    return b"(" + struct.pack("<I", 2) + text(template) + b"{" + struct.pack("<I", len(values)) + pairs


ONE = b"i" + struct.pack("<q", 1)
HUGE = b"I" + struct.pack("<I", 4000) + b"\xff" * 3999 + b"\x00"
NAN = b"f" + struct.pack("<d", float("nan"))
REMARKS = listed([
    remark(b"{a:2000000000}", a=ONE),
    remark(b"{a.__class__.__mro__} {a[0]} {0} {missing} {", a=ONE),
    remark(b"{n}", n=HUGE),
    remark(b"one\x00many {n}", n=HUGE),
    remark(b"one\x00many {n}", n=NAN),
    remark(b"{a}", a=NAN),
    remark(b"\x1b[2J<script>alert(1)</script>\r\n=1+1\xe2\x80\xae {a}", a=text(b"{a}\x1b[31m\x00" * 100)),
    remark(b"one\x00two\x00three %s %(a)s ${a}", a=ONE),
    remark(b""),
])
NAME, FILE = text(b"document_frequency"), text(b"<script>alert(1)</script>\x1b[2J.py" * 1000)
FOUND = b"(" + struct.pack("<I", 4) + NAME + FILE + text(b"function") + REMARKS
send(b"(" + struct.pack("<I", 4) + text(b"loaded") + listed([FOUND]) + REMARKS + REMARKS)
serve(b"(" + struct.pack("<I", 3) + text(b"returned") + b"NF")
