"""Processes that use a story and may be killed at any moment. They are forked, so that they need not import anything."""

import os
import select
import signal
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self


class Child:
    """A forked process that runs `work(say)`; what it says is read here line by line."""

    def __init__(self, work: Callable[[Callable[[str], None]], None]) -> None:
        self._reads, writes = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._reads)
            _run(work, writes)
        os.close(writes)
        self._heard = b""
        self._ended = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.kill()

    def hear(self, seconds: float) -> None:
        """Take in what is said for that long, or until the process ends."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and select.select([self._reads], [], [], left)[0]:
            block = os.read(self._reads, 65536)
            if not block:
                return
            self._heard += block

    def hear_until(self, start: str) -> None:
        """Take in what is said until a line starts like this, or the process ends."""
        until = time.monotonic() + 60
        while time.monotonic() < until and not any(line.startswith((start, "raised")) for line in self.lines):
            self.hear(0.002)

    @property
    def lines(self) -> list[str]:
        """What was said so far, in whole lines."""
        return self._heard.decode().split("\n")[:-1]

    def end(self) -> list[str]:
        """Wait until the process has ended by itself, and say what it said."""
        self.hear(60)
        self._reap()
        return self.lines

    def kill(self) -> list[str]:
        """kill -9, and what had been said until then."""
        if not self._ended:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            self.hear(60)
            self._reap()
        return self.lines

    def _reap(self) -> None:
        os.waitpid(self.pid, 0)
        os.close(self._reads)
        self._ended = True


def _run(work: Callable[[Callable[[str], None]], None], writes: int) -> None:
    try:
        work(lambda line: _say(writes, line))
    except BaseException:
        _say(writes, "raised " + " | ".join(traceback.format_exc().splitlines()))
    finally:
        os._exit(0)


def _say(writes: int, line: str) -> None:
    os.write(writes, line.encode() + b"\n")
