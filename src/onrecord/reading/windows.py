"""Cutting a long text into windows that the encoder can read, with overlap, at line ends where it can."""

from dataclasses import dataclass

from onrecord.reading.features import Featured


@dataclass(frozen=True, slots=True)
class Window:
    """Words `[first, last)` of a text, read in one go."""

    first: int
    last: int


def cut(featured: Featured, *, longest: int, overlap: int) -> list[Window]:
    """Windows of at most `longest` word pieces (a single longer word stands alone), neighbours sharing about `overlap`.

    A window ends at a line end if one lies in its last third. Every word is in at least one window.
    """
    sizes = [len(p) for p in featured.pieces]
    windows: list[Window] = []
    first, n = 0, len(sizes)
    while first < n:
        last, total = first, 0
        while last < n and (total + sizes[last] <= longest or last == first):
            total += sizes[last]
            last += 1
        if last < n:
            last = _line_end(featured, first, last)
        windows.append(Window(first, last))
        if last >= n:
            break
        first = max(first + 1, _back(sizes, last, overlap))
    return windows


def _line_end(featured: Featured, first: int, last: int) -> int:
    for end in range(last, last - (last - first) // 3, -1):
        if featured.line[end] != featured.line[end - 1]:
            return end
    return last


def _back(sizes: list[int], last: int, overlap: int) -> int:
    total = 0
    while last > 0 and total + sizes[last - 1] <= overlap:
        last -= 1
        total += sizes[last]
    return last
