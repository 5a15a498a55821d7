"""Flows at random: small ones, full of everything that moves a call, with promises about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from steering.core.flow import Flow
from steering.errors import FlowError
from steering.loader import load_sources

FACTS = {"balance": "$12.50", "account": "4512", "desk_url": "https://desk.example"}
BROUGHT = (FACTS, FACTS | {"tier": "gold", "account": "1111"}, None)
NEEDS = """needs:
  balance: money, e.g. $12.50
  account: digits, e.g. 4512
  desk_url: url, e.g. https://desk.example
  tier: text, optional, e.g. gold"""


@dataclass(slots=True)
class _Maker:
    random: Random
    name: str
    sub: bool
    knows: bool
    asks: bool = False
    steps: list[str] = field(default_factory=list)
    proves: list[str] = field(default_factory=list)
    consents: list[str] = field(default_factory=list)

    def one_in(self, number: int) -> bool:
        return self.random.randrange(number) == 0

    def step(self) -> str:
        return self.random.choice(self.steps)

    def after(self, name: str, *, silent: bool = False) -> str:
        """Where an exit of *name* leads: mostly on. Steps that ask nothing lead no way back: a ring of them is no call."""
        rest = self.steps[self.steps.index(name) + 1 :]
        return rest[0] if self.one_in(2) or (self.asks and not self.one_in(8)) else self.random.choice(rest if silent else self.steps)

    def target(self) -> str:
        """Where something that is heard leads."""
        if self.one_in(5):
            return self.random.choice(["(repeat)", "(back)", "(back)", "(start over)", "run sub" if not self.sub else "(back)"])
        return self.steps[-1] if self.one_in(2) else self.step()

    def made(self) -> str:
        random = self.random
        own = "t" if self.sub else "s"
        self.steps = [f"{own}{i}" for i in range(random.randint(2, 3) if self.sub or self.asks else random.randint(3, 6))]
        bodies = {name: self.body(name) for name in self.steps[:-1]} | {self.steps[-1]: self.closing(self.steps[-1])}
        if self.knows:
            # The opening proves something before anything is asked.
            bodies["known"] = [
                "    check: is_known",
                f"    if_ok: {self.steps[0]}",
                f"    if_failed: {self.steps[-1]}",
                "    proves: known",
            ]
            self.steps, self.proves = ["known", *self.steps], [*self.proves, "known"]
        if self.asks:
            # The opening asks for what texts and consents say.
            bodies["asks"] = ["    ask: What day?", "    collect: day, date", "    go: told"]
            told = "Do you agree?" if self.one_in(3) else "Do you agree to {{ day }}?"
            ways = [f"    if_yes: {self.steps[0]}", f"    if_no: {self.steps[0 if self.one_in(4) else -1]}"]
            bodies["told"] = ["    say: wording.terms", f"    consent: {told}", *ways]
            self.steps, self.consents = ["asks", "told", *self.steps], [*self.consents, "told"]
        value = "day" if self.asks else "balance"
        lines = [f"flow: {self.name}", NEEDS, "wording:"]
        for name in ("notice", "terms"):
            told = f" {{{{ {value} }}}}" if self.one_in(2 if self.asks else 4) else ""
            lines += [f"  {name}:", f"    text: This is the {name}{told}.", "    must_hear: all"]
        lines += [
            "checks:",
            *([] if self.asks else ["  is_owner: account is pin"]),
            *(["  is_known: account is 4512"] if "known" in bodies else []),
            "  is_open:",
            '    get: "{{ desk_url }}/open"',
            "    keep: slot from first",
        ]
        anytime = []
        for i in range(0 if self.asks and not self.one_in(3) else random.randint(0, 3)):
            anytime.append(f"  magic {'xyz'[i]}{own}{' | key 9' if not i else ''}: {self.target()}")
        for event in ("hangs up", "voicemail", "silence", "cuts in"):
            if self.one_in(6):
                anytime.append(f"  ({event}): {self.step() if self.one_in(2) else self.target()}")
        if anytime:
            lines += ["anytime:", *anytime]
        for ladder in ("if_silent", "if_unclear"):
            if self.one_in(2):
                lines += [
                    f"{ladder}:",
                    f"  - {self.spoken('Hm? {{ question }}')}",
                    f"  - go: {self.steps[-1] if self.one_in(2) else self.step()}",
                ]
        if self.one_in(4):
            lines += ["if_feeling:", f"  anger strong: {self.step() if self.one_in(2) else self.target()}"]
        if self.one_in(3):
            lines += ["answers:", f"  what is this thing: {self.spoken('A call.')}"]
        if not self.sub:
            if self.one_in(4):
                lines.append(f"open: Mon-Fri 08:00-17:30 America/Chicago, else {self.step()}")
            if self.one_in(4):
                lines.append("time_limit: 10 minutes")
                if self.one_in(2):
                    lines += ["if_time_short:", f"  2 minutes: {self.step()}"]
            if self.one_in(2):
                lines.append(f"if_not_heard: {self.step()}")
            if self.one_in(4):
                lines.append(f"if_back: {self.spoken('You are back.')}")
            if self.one_in(8):
                lines.append("opening: by the platform")
        lines += ["promises:", *self.promises(), "steps:"]
        for name in self.steps:
            lines += [f"  {name}:", *bodies[name]]
        return "\n".join(lines) + "\n"

    def spoken(self, text: str) -> str:
        if self.one_in(6):
            return self.random.choice(["wording.notice", "wording.terms"])
        return text.replace(".", " {{ balance }}.") if self.one_in(5) else text

    def body(self, name: str) -> list[str]:
        random = self.random
        say = [f"    say: {self.spoken('Well.')}"] if self.one_in(2) else []
        kinds = ["hear", "hear", "hear", "consent", "check", "check", "look up", "form", "when", "when", "say", "run", "run", "run"]
        kind = random.choice(["collect", "collect", "form", "hear", "look up", "when", "consent", "say"] if self.asks else kinds)
        if kind == "consent":
            self.consents.append(name)
            return [
                *say,
                f"    consent: Do you agree to {name}{' {{ day }}' if self.asks and self.one_in(2) else ''}?",
                f"    if_yes: {self.after(name)}",
                f"    if_no: {self.after(name)}",
            ]
        if kind == "check":
            self.proves.append(fact := random.choice(["owner", "adult"]))
            tries = ", 2 tries" if self.one_in(2) else ""
            return [
                *say,
                "    ask: What is your PIN?",
                "    collect: pin, 4 digits",
                f"    check: is_owner{tries}",
                f"    if_ok: {self.after(name)}",
                f"    if_failed: {self.after(name)}",
                f"    proves: {fact}",
            ]
        if kind == "look up":
            fact = [f"    proves: {random.choice(['owner', 'adult'])}"] if self.one_in(2) else []
            self.proves += [line.split()[-1] for line in fact]
            ways = [f"    if_ok: {self.after(name, silent=True)}", f"    if_failed: {self.after(name, silent=True)}"]
            return [*say, "    check: is_open", *ways, *fact]
        if kind == "form":
            confirm = ["    confirm: Is that right?"] if self.one_in(2) else []
            fields = ["      day:", "        ask: What day?", "        type: date"]
            if self.one_in(2):
                fields += ["      plan:", "        ask: Which plan?", "        one_of: gold | silver"]
            return [*say, "    form:", *fields, *confirm, f"    go: {self.after(name)}"]
        if kind == "collect":
            return [*say, "    ask: What day then?", "    collect: day, date", f"    go: {self.after(name)}"]
        if kind == "when":
            names = ["heard notice", "owner" if "owner" in self.proves else "tier is known", "heard terms and heard notice"]
            names += [f"agreed {self.consents[0]}"] if self.consents else []
            lines = [f"      {guard}: {self.after(name, silent=True)}" for guard in random.sample(names, random.randint(1, 2))]
            return [*say, "    when:", *lines, f"      otherwise: {self.after(name, silent=True)}"]
        if kind == "say":
            return [f"    say: {self.spoken('Well.')}", f"    go: {self.after(name, silent=True)}"]
        if kind == "run" and not self.sub:
            return [
                *say,
                f"    run: {self.random.choice(['sub', self.after(name, silent=True)])}",
                f"    go: {self.after(name, silent=True)}",
            ]
        heard = [f"      {word}: {self.after(name)}" for word in ("yes", "no")]
        heard += [f"      magic {name} | key 5: {self.target()}"] if self.one_in(2) else []
        heard += [f"      ({random.choice(['silence', 'voicemail', 'hangs up', 'cuts in'])}): {self.target()}"] if self.one_in(6) else []
        ladder = ["    if_silent:", "      - Hm?", f"      - go: {self.target()}"] if self.one_in(6) else []
        return [*say, f"    ask: {self.spoken('Is it so?')}", "    hear:", *heard, *ladder]

    def closing(self, name: str) -> list[str]:
        if self.one_in(3) and not self.sub:
            return ["    hand_to: desk"]
        return [f"    end: {self.spoken('Goodbye.')}", *(["    record: do_not_call"] if self.one_in(3) else [])]

    def promises(self) -> list[str]:
        """Every promise of one condition that can be made: most are broken, and each that holds must hold on every path."""
        conditions = dict.fromkeys(["heard notice", "heard terms", *self.proves, *(f"agreed {name}" for name in self.consents)])
        lines = []
        for one in conditions:
            lines += [line for step in self.steps for line in (f"  - before: {step}", f"    always: {one}")]
            lines += ["  - never say: balance", f"    until: {one}"]
        return [*lines, f"  - always ends with: {', '.join(self.random.sample(self.steps, 2))}"]


def texts_at_random(random: Random, seed: int) -> tuple[str, str]:
    """A flow and the one that it runs, as text; *seed* decides how the call opens."""
    sub = _Maker(random, "sub", sub=True, knows=False).made()
    return _Maker(random, "main", sub=False, knows=seed % 4 == 1, asks=seed % 4 == 0).made(), sub


def flow_at_random(seed: int) -> tuple[Flow, str]:
    """The flow of *seed*, and its text; flows that the loader refuses are made anew."""
    for attempt in range(10_000):
        text, sub = texts_at_random(Random(f"{seed}.{attempt}"), seed)
        try:
            return load_sources({"main.yaml": text, "sub.yaml": sub}, "main"), text + "---\n" + sub
        except FlowError:
            continue
    raise AssertionError(f"seed {seed} gives no flow")
