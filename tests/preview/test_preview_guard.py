"""Nobody but the page itself, on this computer, is answered."""

import socket
from pathlib import Path

import pytest

from deckbuilder.preview.serving import PortTakenError, listen, port_of
from preview_pages import PORT, Pages
from small_workspace import make_workspace

OWN = f"127.0.0.1:{PORT}"
VIEWS = ("/", "/guide", "/worksheet", "/problems", "/events", "/assets/main.js", "/picture/none")


@pytest.mark.parametrize("host", [OWN, f"localhost:{PORT}", f"[::1]:{PORT}", f"LOCALHOST:{PORT}"])
def test_own_names_are_answered(tmp_path: Path, host: str) -> None:
    browser = Pages(make_workspace(tmp_path))
    assert browser.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "example.org"},
        {"Host": f"example.org:{PORT}"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1:1"},
        {"Host": f"127.0.0.1.example.org:{PORT}"},
        {"Host": f"0.0.0.0:{PORT}"},
        {"Host": ""},
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Origin": f"https://127.0.0.1:{PORT}"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_foreign_requests_are_refused_whatever_they_ask_for(tmp_path: Path, headers: dict[str, str]) -> None:
    browser = Pages(make_workspace(tmp_path))
    for view in VIEWS:
        answer = browser.get(view, headers=headers)
        assert answer.status_code == 403
        assert "first slide" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_sent(tmp_path: Path, method: str) -> None:
    browser = Pages(make_workspace(tmp_path))
    assert browser.ask(method, "/", headers={"Origin": f"http://{OWN}"}).status_code == 405


@pytest.mark.parametrize("view", ["/", "/guide", "/assets/preview.css", "/nothing"])
def test_every_answer_says_what_a_browser_may_do_with_it(tmp_path: Path, view: str) -> None:
    browser = Pages(make_workspace(tmp_path))
    answers = [browser.get(view), browser.ask("HEAD", view), browser.get(view, headers={"Host": "example.org"})]
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "access-control-allow-origin" not in answer.headers
        assert "server" not in answer.headers


def test_it_listens_on_this_computer_alone() -> None:
    sockets = listen(None)
    try:
        hosts = [each.getsockname()[0] for each in sockets]
        assert hosts in (["127.0.0.1"], ["127.0.0.1", "::1"])
        assert len({each.getsockname()[1] for each in sockets}) == 1
    finally:
        for each in sockets:
            each.close()


def test_a_port_that_is_taken_is_only_a_fault_where_it_was_asked_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        with pytest.raises(PortTakenError):
            listen(taken)
    first = listen(None)
    second = listen(None)
    try:
        assert port_of(first) != port_of(second)
    finally:
        for each in (*first, *second):
            each.close()
