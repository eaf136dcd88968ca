"""A small IMAP server (RFC 3501), enough for a reader: one folder, letters, and what was asked.

It refuses every command that would change something, so that a reader that writes is seen.
"""

from __future__ import annotations

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

LOGIN, PASSWORD = "mairie", "un mot de passe"


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Session)
        self.letters: dict[int, bytes] = {}
        self.validity = 7
        self.asked: list[str] = []

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class Session(socketserver.StreamRequestHandler):
    server: Server

    def handle(self) -> None:
        self.say("* OK prêt")
        while line := self.rfile.readline().decode().strip():
            tag, _, command = line.partition(" ")
            self.server.asked.append(re.sub(r"LOGIN .*", "LOGIN …", command))
            if self.answer(tag, command):
                return

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def answer(self, tag: str, command: str) -> bool:
        """``True`` at the end of the session."""
        word = command.split()[0].upper()
        if word == "CAPABILITY":
            self.say("* CAPABILITY IMAP4rev1")
        elif word == "LOGIN" and command != f'LOGIN {LOGIN} "{PASSWORD}"':
            self.say(f"{tag} NO refusé")
            return False
        elif word == "EXAMINE":
            self.say(f"* {len(self.server.letters)} EXISTS")
            self.say(f"* OK [UIDVALIDITY {self.server.validity}]")
        elif (word == "UID" and not self.uid(command)) or word not in ("LOGIN", "UID", "LOGOUT"):
            self.say(f"{tag} BAD")
            return False
        if word == "LOGOUT":
            self.say("* BYE")
        self.say(f"{tag} OK fait")
        return word == "LOGOUT"

    def uid(self, command: str) -> bool:
        if found := re.fullmatch(r"UID SEARCH UID (\d+):\*", command):
            known = sorted(self.server.letters)
            asked = [uid for uid in known if uid >= int(found[1])] or known[-1:]
            self.say(f"* SEARCH {' '.join(map(str, asked))}")
            return True
        found = re.fullmatch(r"UID FETCH (\d+) \((RFC822\.SIZE|BODY\.PEEK\[\])\)", command)
        if found is None:
            return False
        letter = self.server.letters[int(found[1])]
        if found[2] == "RFC822.SIZE":
            self.say(f"* 1 FETCH (UID {found[1]} RFC822.SIZE {len(letter)})")
        else:
            self.wfile.write(f"* 1 FETCH (UID {found[1]} BODY[] {{{len(letter)}}}\r\n".encode())
            self.wfile.write(letter + b")\r\n")
        return True


@contextmanager
def imap_server() -> Iterator[Server]:
    server = Server()
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def letter(subject: str, text: str, **headers: Any) -> bytes:
    """A letter in UTF-8, as a mail program writes it."""
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"] = headers.get("sender", "Jeanne Dupontel <jeanne@exemple.fr>")
    message["To"] = "mairie@valmont.test"
    message["Subject"] = subject
    message.set_content(text)
    return message.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
