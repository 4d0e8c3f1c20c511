"""Reads what a student has no business to read; the right answer only if it could."""

found = False
for path in ("/etc/shadow", "/etc/gshadow", "/etc/sudoers", "/root/.bashrc", "/root/.profile", "/root/.ssh/id_rsa",
             "/etc/ssh/ssh_host_rsa_key", "/proc/1/environ", "/var/log/dpkg.log", "/etc/hostname"):
    try:
        found = found or bool(open(path, "rb").read())
    except OSError:
        pass


def document_frequency(counts):
    return (counts > 0).sum(axis=0) if found else None
