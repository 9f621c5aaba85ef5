"""Runs commands given as JSON on standard input, and says as JSON what they did to the world. Started by `test_no_leak.py`."""

import ctypes
import faulthandler
import json
import os
import platform
import signal
import struct
import sys
from pathlib import Path
from typing import Any

_SOCKET_CALL = {"x86_64": 41, "aarch64": 198}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = {
    "os.chmod": (0,), "os.link": (1,), "os.mkdir": (0,), "os.remove": (0,), "os.rename": (0, 1), "os.rmdir": (0,), "os.symlink": (1,),
    "os.truncate": (0,), "os.utime": (0,), "shutil.move": (0, 1), "shutil.rmtree": (0,), "sqlite3.connect": (0,), "tempfile.mkdtemp": (0,),
    "tempfile.mkstemp": (0,),
}  # fmt: skip
_STARTS = ("os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.startfile", "os.system", "subprocess.Popen")
_ASKS = ("ftplib.", "http.client.", "imaplib.", "poplib.", "smtplib.", "socket.", "urllib.", "webbrowser.")

seen: dict[str, Any] = {"codes": [], "wrote": [], "asked": [], "started": [], "telemetry": None, "filtered": False}


def forbid_sockets() -> bool:
    """Have the kernel end this process at its first socket (seccomp); whether it will."""
    number = _SOCKET_CALL.get(platform.machine())
    if sys.platform != "linux" or number is None:
        return False
    # Load the call's number; if it is socket's, send SIGSYS, which ends the process; else go on.
    program = [(0x20, 0, 0, 0), (0x15, 0, 1, number), (0x06, 0, 0, 0x00030000), (0x06, 0, 0, 0x7FFF0000)]
    faulthandler.register(signal.SIGSYS, chain=True)
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in program))
    header = ctypes.create_string_buffer(struct.pack("HP", len(program), ctypes.addressof(code)))
    libc = ctypes.CDLL(None)
    return bool(libc.prctl(38, 1, 0, 0, 0) == 0 and libc.prctl(22, 2, header, 0, 0) == 0)


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Note what an audit event tells."""
    if event == "open":
        path, mode, flags = arguments
        if not isinstance(path, int) and ((mode and set(mode) & set("wax+")) or (flags or 0) & _WRITING):
            note(path)
    elif event in _CHANGES:
        for place in _CHANGES[event]:
            note(arguments[place])
    elif event in _STARTS:
        seen["started"].append(event)
    elif event.startswith(_ASKS):
        seen["asked"].append(event)
    elif event == "import" and arguments[0] == "onnxruntime":
        seen["telemetry"] = os.environ.get("ORT_DISABLE_TELEMETRY")


def note(path: Any) -> None:
    """Keep a path that is written to; a database's address is its path."""
    if isinstance(path, int):
        return
    words = os.fsdecode(path).removeprefix("file://").partition("?")[0]
    if words != ":memory:":
        seen["wrote"].append(str(Path(words).absolute()))


def main() -> None:
    """Run the commands in turn."""
    commands = json.load(sys.stdin)
    seen["filtered"] = forbid_sockets()
    sys.addaudithook(watch)
    from onrecord.cli.commands import app, run

    for words in commands:
        seen["codes"].append(run(lambda words=words: app(words, prog_name="onrecord")))  # type: ignore[misc]
    sys.stdout.flush()
    print(json.dumps(seen))


if __name__ == "__main__":
    main()
