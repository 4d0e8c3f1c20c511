"""Maps four gigabytes shared and anonymous and touches them, outside of Python's allocator."""
import mmap


def tfidf(counts):
    memory = mmap.mmap(-1, 1 << 32, flags=mmap.MAP_SHARED | mmap.MAP_ANONYMOUS)
    for position in range(0, 1 << 32, 4096):
        memory[position] = 1
    return None
