# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a program's event loop is kept busy at a time, seen from outside: its server answers on that loop, so an
answer takes as long as the turn that stands before it."""

import dataclasses
import pathlib
import socket
import threading
import time
import urllib.parse

PAUSE = 0.002  # s between two looks


def main_thread(pid):
    """Processor time of the thread with the event loop so far, in ns."""
    return int(pathlib.Path(f"/proc/{pid}/task/{pid}/schedstat").read_text().split()[0])


@dataclasses.dataclass
class Worst:
    """The longest look of a phase, in ms: by the clock, and what the loop's thread computed meanwhile."""

    wall: float = 0.0
    busy: float = 0.0
    count: int = 0


class Watch:
    """Asks the program again and again from a thread of its own. Use with `with`; mark() begins another phase."""

    def __init__(self, url, pid):
        parts = urllib.parse.urlsplit(url)
        self._address = (parts.hostname, parts.port)
        self._request = f"GET /no-such-page HTTP/1.1\r\nHost: {parts.hostname}:{parts.port}\r\n\r\n".encode()
        self._pid = pid
        self._phase = "before"
        self._worst = {}
        self._goes_on = True
        self._thread = threading.Thread(target=self._look, daemon=True)

    def mark(self, phase):
        self._phase = phase

    def rest(self):
        """Asks nothing until the next mark()."""
        self._phase = None

    def worst(self):
        return self._worst

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._goes_on = False
        self._thread.join(30)

    def _look(self):
        connection = None
        while self._goes_on:
            time.sleep(PAUSE)
            phase, busy, began = self._phase, main_thread(self._pid), time.monotonic()
            if phase is None:
                continue
            try:
                connection = connection or socket.create_connection(self._address, 30)
                connection.sendall(self._request)
                if not connection.recv(65536):
                    connection = None
            except ConnectionError:
                connection = None
            self._note(phase, (time.monotonic() - began) * 1e3, (main_thread(self._pid) - busy) / 1e6)

    def _note(self, phase, wall, busy):
        worst = self._worst.setdefault(phase, Worst())
        worst.wall, worst.busy, worst.count = max(worst.wall, wall), max(worst.busy, busy), worst.count + 1
