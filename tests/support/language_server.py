"""A client of the YAML language server: what an editor's program would complete, tell and mark."""

import json
import queue
import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_PATIENCE = 60
"""Seconds until a server that says nothing is taken for dead; no test takes so long."""


class LanguageServer:
    """The server, speaking over its standard streams, with a folder open as a workspace.

    Positions are those of the protocol: line and column from 0, columns in UTF-16 units.
    """

    def __init__(self, program: Path, folder: Path, settings: dict[str, Any]) -> None:
        self._settings = settings
        self._process = subprocess.Popen(
            ["node", program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._messages: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self._asked = 0
        self._open: set[str] = set()
        self._version = 0
        threading.Thread(target=self._listen, daemon=True).start()
        uri = folder.as_uri()
        self._ask(
            "initialize",
            processId=None,
            rootUri=uri,
            workspaceFolders=[{"uri": uri, "name": "katalog"}],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {
                    "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                },
            },
        )
        self._tell("initialized")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def open(self, file: Path, text: str) -> list[tuple[int, str]]:
        """Open a file with a text of one's own; the line and the message of each diagnostic."""
        uri = file.as_uri()
        if uri in self._open:
            self._tell("textDocument/didClose", textDocument={"uri": uri})
            self._diagnostics(uri)  # the server takes back what it said
        self._open.add(uri)
        self._version += 1  # the server takes one version of a file for one text, even reopened
        document = {"uri": uri, "languageId": "yaml", "version": self._version, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        found = self._diagnostics(uri)
        return sorted((item["range"]["start"]["line"], item["message"]) for item in found)

    def _diagnostics(self, uri: str) -> list[dict[str, Any]]:
        while True:
            message = self._next()
            told = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" and told["uri"] == uri:
                return list(told["diagnostics"])

    def complete(self, file: Path, line: int, column: int) -> dict[str, str]:
        """What is offered at a place, each with its explanation."""
        found = self._ask("textDocument/completion", **_at(file, line, column))
        return {item["label"]: _text(item.get("documentation", "")) for item in found["items"]}

    def hover(self, file: Path, line: int, column: int) -> str:
        found = self._ask("textDocument/hover", **_at(file, line, column))
        return _text(found["contents"]) if found else ""

    def _ask(self, method: str, **params: Any) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self._asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self._process.stdin.flush()

    def _next(self) -> dict[str, Any]:
        """The next message; what the server asks on the way is answered."""
        message = self._messages.get(timeout=_PATIENCE)
        if "method" in message and "id" in message:
            result = None
            if message["method"] == "workspace/configuration":
                sections = [item["section"] for item in message["params"]["items"]]
                result = [self._settings.get(section) for section in sections]
            self._send({"id": message["id"], "result": result})
        return message

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream
        while header := stream.readline():
            length = int(header.removeprefix(b"Content-Length:"))
            while stream.readline().strip():
                pass
            self._messages.put(json.loads(stream.read(length)))


def _at(file: Path, line: int, column: int) -> dict[str, Any]:
    return {
        "textDocument": {"uri": file.as_uri()},
        "position": {"line": line, "character": column},
    }


def _text(content: Any) -> str:
    return str(content["value"] if isinstance(content, dict) else content)
