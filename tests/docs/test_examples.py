"""What the documentation says to type does what it says, against a real server."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from steering import say
from steering.store import open_store
from steering.webhooks import secrets, signed
from tests.docs.pages import README, ROOT, blocks
from tests.web.conftest import Server, running

DOCS = ROOT / "docs"
PLATFORMS, DEPLOY, SPEAKING, WEBHOOKS = (DOCS / f"{name}.md" for name in ("platforms", "deploy", "speaking", "webhooks"))
COMPLIANCE = DOCS / "compliance.md"
OPENING = "Hello, and welcome. I am an automated assistant. Would you like to hear how this works?"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server as `make serve` starts it on a machine where nothing is set."""
    yield from shipped_flows(tmp_path_factory.mktemp("fresh"), STEERING_API_KEY="")


@pytest.fixture(scope="module")
def keyed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The same with the key that docs/platforms.md uses."""
    yield from shipped_flows(tmp_path_factory.mktemp("keyed"), STEERING_API_KEY="acme:key1")


def shipped_flows(folder: Path, **settings: str) -> Iterator[Server]:
    flows = shutil.copytree(ROOT / "flows", folder / "flows")
    database = f"sqlite:///{folder}/var/calls.db"
    with running(
        "wsgi:app", folder, STEERING_FLOWS=str(flows), STEERING_FLOW="welcome", STEERING_DATABASE_URL=database, **settings
    ) as server:
        yield server


def shell(block: str, server: Server) -> str:
    """What *block* prints when it is typed with *server* running."""
    assert ":8000" in block
    here = re.sub(r"(127\.0\.0\.1|localhost):8000", f"127.0.0.1:{server.port}", block).replace("curl ", "curl -sS ")
    return subprocess.run(["sh", "-ec", here], capture_output=True, text=True, check=True, timeout=180).stdout


def python(block: str, server: Server, typed: str = "") -> subprocess.CompletedProcess[str]:
    program = re.sub(r"(127\.0\.0\.1|localhost):8000", f"127.0.0.1:{server.port}", block)
    assert program != block
    return subprocess.run([sys.executable, "-c", program], input=typed, capture_output=True, text=True, timeout=60, check=False)


def streams(printed: str) -> list[str]:
    """The words of every stream that curl has printed."""
    *whole, rest = printed.split("data: [DONE]\n\n")
    assert rest == ""
    said = []
    for stream in whole:
        chunks = [json.loads(line.removeprefix("data: ")) for line in stream.splitlines() if line]
        said.append("".join(chunk["choices"][0]["delta"].get("content") or "" for chunk in chunks))
    return said


def test_the_first_call_of_the_readme_is_answered(fresh: Server) -> None:
    (calls,) = (block for block in blocks(README, "sh") if "curl" in block)

    opening, explained = streams(shell(calls, fresh))

    assert opening == OPENING
    assert explained.startswith("Every word I say stands in a file")


def test_the_openai_example_of_the_readme_prints_the_opening(fresh: Server) -> None:
    (program,) = blocks(README, "python")

    ran = python(program, fresh)

    assert (ran.stdout, ran.stderr) == (OPENING + "\n", "")


def test_the_first_own_flow_of_the_readme_is_checked_found_and_answers(fresh: Server, tmp_path: Path) -> None:
    (source,) = blocks(README, "yaml")
    (tmp_path / "reminder.yaml").write_text(source)
    steering = Path(sys.executable).with_name("steering")

    checked = subprocess.run([steering, "check", tmp_path / "reminder.yaml"], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "1 file: 0 errors" in checked.stdout

    flows = Path(fresh.log.parent, "flows")
    shutil.copy(tmp_path / "reminder.yaml", flows)
    until_found(fresh, "reminder")
    question = "This is Oak Street Clinic. You have an appointment tomorrow at nine thirty AM. Will you be there?"
    assert fresh.ask_all([], "coming", flow="reminder") == question
    coming = [{"role": "assistant", "content": question}, {"role": "user", "content": "yes"}]
    assert fresh.ask_all(coming, "coming", flow="reminder") == "Thank you. See you tomorrow."
    away = [{"role": "assistant", "content": question}, {"role": "user", "content": "no"}]
    fresh.ask_all(away, "away", flow="reminder")
    assert httpx.get(f"{fresh.url}/sessions/away").json()["step"] == "front_desk"


def until_found(server: Server, flow: str) -> None:
    """The folder is looked at once a second."""
    for _ in range(2):
        names = [one["id"] for one in httpx.get(f"{server.url}/v1/models").json()["data"]]
        if flow in names:
            return
        time.sleep(1)
    raise AssertionError(f"{flow} is not found")


def test_talking_in_the_terminal_is_as_the_readme_says() -> None:
    (command,) = re.findall(r"`\.venv/bin/(steering talk \w+)`", README.read_text())
    program, *arguments = command.split()

    talk = [Path(sys.executable).with_name(program), *arguments]
    ran = subprocess.run(talk, input="no\n", capture_output=True, text=True, cwd=ROOT, timeout=180, check=False)

    assert ran.returncode == 0
    assert OPENING in ran.stdout
    assert "Thank you for calling. Goodbye." in ran.stdout


def test_a_talk_tells_its_day_and_takes_an_opt_out_after_the_end() -> None:
    talk = [Path(sys.executable).with_name("steering"), "talk", "welcome", "--now", "2026-12-24T10:00"]
    ran = subprocess.run(talk, input="no\nstop calling me\n", capture_output=True, text=True, cwd=ROOT, timeout=180, check=False)

    assert ran.returncode == 0
    assert ran.stdout.startswith("It is Thursday, 24 December 2026, 10:00")
    assert "(recorded: do_not_call)" in ran.stdout.partition("The call has ended.")[2]


def test_a_silence_and_a_cut_are_typed_in_a_talk_as_in_a_test() -> None:
    talk = [Path(sys.executable).with_name("steering"), "talk", "debt_collection_call"]
    typed = "(silence)\n(cuts in after): no such words\n(cuts in after): still\nyes\n(key): 0\n"
    ran = subprocess.run(talk, input=typed, capture_output=True, text=True, cwd=ROOT, timeout=180, check=False)

    assert ran.returncode == 0
    said = [line.strip() for line in ran.stdout.splitlines() if line.startswith("  ")]
    assert said[1:] == [
        "us: Are you still there?",
        "(we have not said that, so nothing is cut off)",
        "us: What are the last four digits of your social security number?",
        "us: One moment, I will connect you.",
    ]


def test_what_was_recorded_is_told_once_in_a_talk(tmp_path: Path) -> None:
    flow = "flow: pay\nsteps:\n  ask:\n    ask: Pay?\n    hear:\n      yes: take\n  take:\n    record: payment\n    end: Thank you.\n"
    (tmp_path / "pay.yaml").write_text(flow)

    talk = [Path(sys.executable).with_name("steering"), "talk", "pay.yaml"]
    ran = subprocess.run(talk, input="yes\nwhat\nyes\n", capture_output=True, text=True, cwd=tmp_path, timeout=180, check=False)

    assert ran.returncode == 0
    assert ran.stdout.count("us: Thank you.") == 3
    assert ran.stdout.count("(recorded: payment)") == 1


def test_the_platform_loop_of_the_docs_goes_from_turn_to_turn(keyed: Server) -> None:
    (program,) = blocks(PLATFORMS, "python")

    ran = python(program, keyed, typed="yes\n")

    assert OPENING in ran.stdout
    assert "Shall I connect you with a person?" in ran.stdout
    assert ran.stderr.strip().endswith("EOFError: EOF when reading a line")


def test_a_call_is_prepared_as_the_docs_say(keyed: Server) -> None:
    (command,) = (block for block in blocks(PLATFORMS, "sh") if "-X PUT" in block)

    # The page names one call throughout; the loop above has begun it already.
    view = json.loads(shell(command.replace("call-4711", "call-4712"), keyed))

    assert "error" not in view, view
    assert (view["id"], view["flow"], view["turns"]) == ("call-4712", "debt_collection_call", 0)
    (body,) = re.findall(r"-d '(.*)'", command, re.DOTALL)
    assert set(view["facts"]) == set(json.loads(body)["facts"])


def test_a_ledger_backed_up_while_calls_go_on_can_be_restored(keyed: Server, tmp_path: Path) -> None:
    (backup,) = (line for block in blocks(DEPLOY, "sh") for line in block.splitlines() if ".backup" in line)
    folder = keyed.log.parent
    url = f"{keyed.url}/sessions/kept"
    httpx.put(url, json={"flow": "welcome"}, headers={"Authorization": "Bearer key1"}).raise_for_status()
    command = backup.replace(".venv/bin/python", sys.executable).replace("/backup/", f"{folder}/")

    subprocess.run(["sh", "-ec", command], cwd=folder, check=True, timeout=180)

    (copy,) = folder.glob("calls-*.db")
    shutil.copy(copy, tmp_path / "calls.db")
    shutil.copy(folder / "var" / "master.key", tmp_path)
    restored = open_store(f"sqlite:///{tmp_path}/calls.db", master_key=None)
    kept = restored.read(lambda txn: txn.session("acme", "kept"))
    restored.close()
    assert kept is not None
    assert (kept.flow, kept.body) == ("welcome", b"{}")


def test_a_text_is_spoken_as_the_docs_say() -> None:
    (program,) = blocks(SPEAKING, "python")
    examples = re.findall(r"^steering\.say\((.*)\)\n# (.*)$", program, re.MULTILINE)

    assert examples
    for text, printed in examples:
        assert repr(say(ast.literal_eval(text))) == printed


def test_a_receiver_as_the_docs_write_it_takes_what_is_sent(capsys: pytest.CaptureFixture[str]) -> None:
    (program,) = blocks(WEBHOOKS, "python")
    (message,) = blocks(WEBHOOKS, "json")
    (secret,) = re.findall(r"whsec_[\w+/]+(?=\")", program)
    names: dict[str, object] = {"__name__": "receiver"}
    exec(program, names)
    client = names["app"].test_client()  # type: ignore[attr-defined]
    headers = signed(secrets([secret]), id="evt_1", at=int(time.time()), body=message.encode())

    taken = [client.post("/hooks", data=message, headers=headers).status_code for _ in range(2)]
    forged = client.post("/hooks", data=message.replace("4711", "4712"), headers=headers).status_code

    assert (taken, forged) == ([204, 204], 401)
    assert capsys.readouterr().out == "call.recorded call-4711\n"


def test_a_call_is_certified_and_taken_again_as_the_docs_say(keyed: Server) -> None:
    served, certified, *typed = blocks(COMPLIANCE, "sh")
    prepared, as_json, as_page = re.split(r"\n(?=curl)", served)
    folder = keyed.log.parent
    key = {"Authorization": "Bearer key1"}
    shell(prepared, keyed)
    messages: list[dict[str, str]] = []
    for words in (None, "yes speaking", "4512", "yes", "I agree"):
        messages += [{"role": "user", "content": words}] if words else []
        query = {"custom_session_id": "call-17"}
        answer = httpx.post(f"{keyed.url}/chat/completions", params=query, json={"messages": messages}, headers=key).json()
        messages.append({"role": "assistant", "content": answer["choices"][0]["message"]["content"]})

    found = json.loads(shell(as_json, keyed))
    shell(as_page.replace("call-17.html", f"{folder}/call-17.html"), keyed)

    assert [one["grade"] for one in found["disclosures"]] == ["in history", "in history"]
    assert (found["number"], found["turns"], found["agreements"][0]["words"]) == ("…0142", 4, "I agree")
    assert (folder / "call-17.html").read_text() == type_in(certified.partition(">")[0], keyed)
    replayed, compared = (type_in(one, keyed) for one in typed)
    assert replayed.startswith("call-17: 4 turns, the same\n")
    assert "call-17: 4 turns, the same\n" in compared


def type_in(command: str, server: Server) -> str:
    """What the command line prints on the server's machine."""
    folder = server.log.parent
    environ = {**os.environ, "STEERING_DATABASE_URL": f"sqlite:///{folder}/var/calls.db"}
    typed = [Path(sys.executable).with_name("steering"), *command.split()[1:]]
    ran = subprocess.run(typed, cwd=folder, env=environ, capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def test_a_call_is_placed_as_the_docs_say_once_there_is_a_line(keyed: Server) -> None:
    (command,) = (block for block in blocks(PLATFORMS, "sh") if "/calls " in block)

    refused = json.loads(shell(command, keyed))["error"]

    # The request is understood: a telephone is missing.
    assert refused["code"] == "no_telephone"
