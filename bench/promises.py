"""Seconds to prove twenty promises of a flow of two thousand steps, without and with values in what is heard and agreed to."""

from __future__ import annotations

import time

from steering.core.promises import prove
from steering.loader import load_sources

ANYTIME = "anytime:\n  go back: (back)\n  start over: (start over)\n  agent: person\n  stop calling: person"


def long_call(steps: int, promises: int, *, valued: bool) -> str:
    """A flow of *steps* with *promises*, each of three facts of its own; all of them hold.

    When *valued* every text and consent says an amount that is asked for in the steps before.
    """
    every = steps // promises
    roles = ("amount", "pin", "notice", "consent") if valued else ("pin", "notice", "consent")
    told = [f" for {{{{ amount_{i} }}}}" if valued else "" for i in range(promises)]
    lines = ["flow: long_call", "needs:", "  balance: money, e.g. $12.50", "wording:"]
    for i in range(promises):
        lines += [f"  notice_{i}:", f"    text: This is notice number {i}{told[i]}.", "    must_hear: all"]
    lines += [ANYTIME, "checks:"] + [f"  check_{i}: pin_{i} is 4512" for i in range(promises)] + ["promises:"]
    for i in range(promises):
        facts = f"owner_{i}, heard notice_{i}, agreed s{i * every + roles.index('consent')}"
        lines += [f"  - before: s{(i + 1) * every - 1}", f"    always: {facts}"]
    lines += ["if_not_heard: person", "steps:"]
    for n in range(steps):
        i, part = divmod(n, every)
        role = roles[part] if part < len(roles) else ""
        lines.append(f"  s{n}:")
        onward = f"s{n + 1}" if n + 1 < steps else "person"
        if role == "amount":
            lines += ["    ask: How much is it?", f"    collect: amount_{i}, money", f"    go: {onward}"]
        elif role == "pin":
            lines += ["    ask: What is your PIN?", f"    collect: pin_{i}, 4 digits", f"    check: check_{i}, 2 tries"]
            lines += [f"    if_ok: {onward}", "    if_failed: person", f"    proves: owner_{i}"]
        elif role == "consent":
            lines += [f"    consent: Do you agree to {i}{told[i]}?", f"    if_yes: {onward}", "    if_no: person"]
        else:
            say = [f"    say: wording.notice_{i}"] if role else []
            lines += [*say, f"    ask: Question number {n}, yes or no?", "    hear:", f"      yes: {onward}", f"      no: {onward}"]
            lines += [] if role and valued else [f"      the last one: s{max(n - 1, 0)}"]
    return "\n".join([*lines, "  person:", "    hand_to: desk"]) + "\n"


def main() -> None:
    print("\n| steps | promises | values in the texts | seconds to prove |\n|---|---|---|---|")
    for steps, valued in ((200, False), (2000, False), (2000, True)):
        flow = load_sources({"long_call.yaml": long_call(steps, 20, valued=valued)}, "long_call")
        begun = time.process_time()
        broken = prove(flow, lambda flow, step: step)
        taken = time.process_time() - begun
        assert not broken, broken
        print(f"| {steps:,} | 20 | {'one each' if valued else 'none'} | {taken:.2f} |")
