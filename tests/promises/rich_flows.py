"""The flows at random once more, with the words that the plain ones leave out: their texts are changed before they are read."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from steering.core.flow import Flow
from steering.errors import FlowError
from steering.loader import load_sources
from tests.promises.random_flows import BROUGHT, FACTS, texts_at_random

Change = Callable[[Random, str, str], tuple[str, str]]


def brought(flow: Flow) -> tuple[dict[str, str] | None, ...]:
    """What calls bring; the flow that is run may need what only some of them do."""
    return (*BROUGHT, FACTS | {"extra": "more"}) if "extra" in flow.needs else BROUGHT


def flow_with_more(seed: int) -> tuple[Flow, str]:
    """The flow of *seed* with some of the changes, and its texts; what the loader refuses is made anew."""
    for attempt in range(10_000):
        random = Random(f"more {seed}.{attempt}")
        main, sub = texts_at_random(random, seed)
        changes = random.sample(CHANGES, random.randint(2, 4))
        if seed % 3 == 0:
            changes = [MORE_CHANGES[seed // 3 % len(MORE_CHANGES)], *changes]
        for change in changes:
            main, sub = change(random, main, sub)
        sources = {"main.yaml": main, "sub.yaml": sub}
        if random.randrange(4) == 0:
            sources |= _parted(main)
        try:
            return load_sources(sources, "main"), "---\n".join(sources.values())
        except FlowError:
            continue
    raise AssertionError(f"seed {seed} gives no flow")


def _parted(main: str) -> dict[str, str]:
    """The texts of *main* in a file that it uses."""
    before, _, rest = main.partition("wording:\n")
    wording, _, after = rest.partition("checks:\n")
    return {"main.yaml": f"{before}use: shared\nchecks:\n{after}", "shared.yaml": f"wording:\n{wording}"}


def _steps(text: str) -> list[str]:
    return [line.strip(" :") for line in text.splitlines() if line.startswith("  ") and line[2] in "st" and line.endswith(":")]


def _last_step(text: str) -> str:
    return _steps(text)[-1]


def _anytime(text: str, line: str) -> str:
    before, anytime, after = text.partition("\nanytime:\n")
    return f"{before}{anytime}  {line}\n{after}" if anytime else text.replace("checks:\n", f"anytime:\n  {line}\nchecks:\n", 1)


def the_rest_again(random: Random, main: str, sub: str) -> tuple[str, str]:
    return main.replace("    must_hear: all", "    must_hear: all\n    again: rest"), sub


def one_need_not_be_heard(random: Random, main: str, sub: str) -> tuple[str, str]:
    return main.replace("    must_hear: all\n", "", 1), sub


def private_answers(random: Random, main: str, sub: str) -> tuple[str, str]:
    asked = "collect: pin, 4 digits"
    return main.replace(asked, f"{asked}, private"), sub.replace(asked, f"{asked}, private")


def closed_list(random: Random, main: str, sub: str) -> tuple[str, str]:
    lines = []
    for line in main.splitlines():
        lines += [line] + (["    accept_only: i agree | key 1"] if line.startswith("    consent:") else [])
    return "\n".join(lines) + "\n", sub


def check_of_more(random: Random, main: str, sub: str) -> tuple[str, str]:
    more = random.choice(["and heard notice", "or heard terms", "and not heard notice", "or tier is gold"])
    return main.replace("is_owner: account is pin", f"is_owner: account is pin {more}"), sub


def opts_out(random: Random, main: str, sub: str) -> tuple[str, str]:
    step = _last_step(main)
    if "record: do_not_call" not in main:
        main = main.replace("    end: Goodbye.\n", "    end: Goodbye.\n    record: do_not_call\n")
    if random.randrange(2):
        return _anytime(main, f"stop calling | do not call: {step}"), sub
    return main.replace("      yes: ", f"      stop calling: {step}\n      yes: ", 1), sub


def more_feelings(random: Random, main: str, sub: str) -> tuple[str, str]:
    rule = f"if_feeling:\n  {random.choice(['anger above 0.3', 'anger rising', 'sadness strong'])}: {_last_step(main)}\n"
    return (main if "if_feeling:" in main else main.replace("promises:\n", f"{rule}promises:\n", 1)), sub


def another_language(random: Random, main: str, sub: str) -> tuple[str, str]:
    return main, sub.replace("flow: sub\n", "flow: sub\nlanguage: es\n")


def times_of_day(random: Random, main: str, sub: str) -> tuple[str, str]:
    def changed(text: str) -> str:
        return text.replace("collect: day, date", "collect: day, time").replace("type: date", "type: time")

    return changed(main), changed(sub)


def days_within_limits(random: Random, main: str, sub: str) -> tuple[str, str]:
    for word in ("type: date", "collect: day, date"):
        main = main.replace(word, f"{word} until 2026-12-25")
    return main, sub


def days_looked_up(random: Random, main: str, sub: str) -> tuple[str, str]:
    """What texts say is kept of a look-up, and may come back as another."""
    lines, todo = [], main.splitlines()
    for i, line in enumerate(todo):
        go = todo[i + 2].removeprefix("    go: ") if "collect: day" in "".join(todo[i + 1 : i + 2]) else ""
        if "collect: day" in line or (i > 1 and "collect: day" in todo[i - 1]):
            continue
        lines += ["    check: is_day", f"    if_ok: {go}", f"    if_failed: {_last_step(main)}"] if go else [line]
    look_up = '  is_day:\n    get: "{{ desk_url }}/day"\n    keep: day from first'
    return "\n".join(lines).replace("checks:\n", f"checks:\n{look_up}\n", 1) + "\n", sub.replace("{{ day }}", "{{ balance }}")


def more_is_needed(random: Random, main: str, sub: str) -> tuple[str, str]:
    tier = "  tier: text"
    return main.replace(tier, f"  extra: text, optional, e.g. more\n{tier}"), sub.replace(tier, f"  extra: text, e.g. more\n{tier}")


def look_ups_again(random: Random, main: str, sub: str) -> tuple[str, str]:
    """A look-up with what the caller has said, and tries."""
    return main.replace("    check: is_owner\n", "    check: is_open, 2 tries\n"), sub


def asked_what_is_true(random: Random, main: str, sub: str) -> tuple[str, str]:
    """Guards with `not` and `or`, and on time."""
    guards = ["not heard notice", "heard notice or heard terms", "not (heard terms and tier is known)", "time_left < 9 minutes"]
    guard = random.choice(guards)
    limit = "" if "time_limit" in main else "time_limit: 10 minutes\n"
    return main.replace("      heard notice: ", f"      {guard}: ", 1).replace("promises:\n", f"{limit}promises:\n", 1), sub


def hours_and_holidays(random: Random, main: str, sub: str) -> tuple[str, str]:
    """Some days closed, which may be the day of the call, and a machine that may be asked again; quiet hours change nothing."""
    monday, other = "2026-01-05", "2026-12-25"
    hours = [f"open: Mon-Fri 08:00-17:30 America/Chicago, else {random.choice(_steps(main))}"] if "\nopen:" not in main else []
    hours.append(f"holidays: {random.choice([monday, other, f'{monday} | {other}'])}")
    hours += ["quiet_hours: 21:00-08:00 America/New_York"] if random.randrange(2) else []
    machine = f"(voicemail): {random.choice(['(repeat)', '(back)'])}"
    main = _anytime(main, machine) if random.randrange(2) and "  (voicemail):" not in main else main
    return main.replace("promises:\n", "\n".join((*hours, "promises:\n")), 1), sub


def asked_if_open(random: Random, main: str, sub: str) -> tuple[str, str]:
    """A guard on the hours, in a flow that has them."""
    closed = "" if "\nopen:" in main else f"open: Mon-Fri 08:00-17:30 America/Chicago, else {_last_step(main)}\n"
    guard = random.choice(["open", "not open", "open and heard notice"])
    return main.replace("      heard notice: ", f"      {guard}: ", 1).replace("promises:\n", f"{closed}promises:\n", 1), sub


def other_values(random: Random, main: str, sub: str) -> tuple[str, str]:
    """What is collected is a name, a telephone number, an e-mail address or words, and is said back in letters."""
    kind = random.choice(["name", "phone", "email", "text"])

    def changed(text: str) -> str:
        text = text.replace("collect: day, date", f"collect: day, {kind}").replace("type: date", f"type: {kind}")
        return text.replace("{{ day }}", "{{ day | spelled }}") if random.randrange(2) else text

    return changed(main), changed(sub)


CHANGES: list[Change] = [
    the_rest_again,
    one_need_not_be_heard,
    private_answers,
    closed_list,
    check_of_more,
    opts_out,
    more_feelings,
    another_language,
    times_of_day,
    days_within_limits,
    days_looked_up,
    more_is_needed,
    look_ups_again,
    asked_what_is_true,
]
# A third of the flows begin with one of these; the others stay what they were.
MORE_CHANGES: list[Change] = [hours_and_holidays, asked_if_open, other_values]
