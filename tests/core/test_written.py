"""Amounts and numbers of facts, as people of a language write them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steering.core.engine import open_session
from steering.core.values import Money, read
from steering.core.written import pointed
from steering.errors import FactError
from steering.loader import check, load
from steering.testing import Talk

FLOW = """
flow: bill
language: {language}
needs:
  due: {kind}, e.g. {sample}
steps:
  a:
    end: "{{{{ due }}}}"
"""


def flow(folder: Path, language: str, sample: str, kind: str = "money") -> Path:
    path = folder / "bill.yaml"
    path.write_text(FLOW.format(language=language, sample=sample, kind=kind))
    return path


@pytest.mark.parametrize(("kind", "written"), [("money", "12,50"), ("money", "$12,50"), ("money", "1,25"), ("number", "1,5")])
def test_a_comma_before_decimals_is_no_english_number(tmp_path: Path, kind: str, written: str) -> None:
    (found,) = (one for one in check(flow(tmp_path, "en", written, kind)) if one.severity == "error")
    sound = load(flow(tmp_path, "en", "12.50", kind))

    assert (found.code, found.line) == ("bad-sample", 5)
    assert f"write {written.replace(',', '.')}, a comma stands only before three figures" in found.message
    with pytest.raises(FactError, match=f"The fact 'due' must be {kind}: write "):
        open_session(sound, {"due": written})


@pytest.mark.parametrize("written", ["1,2,3", "1,2345", "12,50,00", ",50", "1.250,50"])
def test_other_commas_are_no_number_either(written: str) -> None:
    assert read("number", written) is None
    assert read("money", f"${written}") is None


@pytest.mark.parametrize(
    ("written", "amount"),
    [("$1,250.50", "1250.50"), ("1,250", "1250"), ("1,000,000", "1000000"), ("1,50,000", "150000"), ("12.50", "12.50"), ("1250,000", None)],
)
def test_commas_divide_thousands_and_lakhs(written: str, amount: str | None) -> None:
    assert read("money", written) == (Money(Decimal(amount)) if amount else None)


@pytest.mark.parametrize("language", ["de", "es", "es-AR", "fr", "it", "pt-BR", "ru"])
@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("12,50", "12.50"),
        ("€12,50", "12.50"),
        ("12,50 €", "12.50"),
        ("1.250,50", "1250.50"),
        ("1 250,50", "1250.50"),
        ("1.250", "1250"),
        ("1.250.000", "1250000"),
        ("1,250.50", "1250.50"),
        ("1,250", "1250"),
        ("12.50", "12.50"),
        ("-3,5", "-3.5"),
    ],
)
def test_a_language_that_writes_a_comma_before_decimals_is_read_so(language: str, written: str, amount: str) -> None:
    found = read("money", pointed("money", written, language))

    assert isinstance(found, Money)
    assert found.amount == Decimal(amount)


@pytest.mark.parametrize("language", ["en", "en-GB", "es-MX", "hi", "ja"])
def test_a_language_that_writes_a_point_refuses_the_comma(language: str) -> None:
    assert read("money", pointed("money", "12,50", language)) is None


def test_a_german_fact_is_said_and_kept_as_the_amount_it_is(tmp_path: Path) -> None:
    bill = load(flow(tmp_path, "de", "12,50 €"))

    assert dict(open_session(bill, {"due": "1.250,50 €"}).facts) == {"due": "1250.50 €"}
    assert Talk(bill, {"due": "12,50 €"}).start().spoken == "zwölf Euro und fünfzig Cent"


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_every_amount_is_read_as_german_writes_it(amount: Decimal) -> None:
    german = f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))

    assert read("money", pointed("money", german, "de")) == Money(amount)
    assert read("number", pointed("number", german, "de")) == amount
