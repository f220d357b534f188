"""Checks of the house: a fault opens a defect once; ten fridges on one page; limits speak."""

import pytest
from django.urls import reverse
from django.utils import timezone

from compliance.checks.fridge import FridgeTemperature, fridge
from compliance.defects.models import Defect
from cura.core.records import actions, registry
from cura.core.records.sheet import Sheet
from cura.lib.uuid7 import uuid7
from tests import builders

WATER = registry.of("compliance.watertemperature")


def water(cast, **fields):
    body = {"outlet": "Bath upstairs", "celsius": "41", "happened_at": "2026-11-20T08:00"} | fields
    sheet = Sheet.build(WATER, subject=cast.elm, user=cast.cara, data=body, now=timezone.now())
    return sheet, body


def save(sheet, cast):
    return actions.create(
        sheet=sheet, type=WATER, subject=cast.elm, by=cast.cara, now=timezone.now()
    )


def test_in_order_is_saved_and_opens_nothing(cast):
    sheet, _ = water(cast)
    assert sheet.is_valid(), sheet.errors()
    save(sheet, cast)
    assert not Defect.objects.exists()


def test_a_reading_outside_the_limits_wants_a_word(cast):
    sheet, _ = water(cast, celsius="61")
    assert not sheet.is_valid()
    assert "61 °C is outside 38 to 44 °C" in sheet.errors()[0][1]


def test_a_fault_opens_a_signed_defect_where_it_was_found(cast):
    sheet, _ = water(cast, celsius="61", fault="Valve stuck, tap taped off")
    assert sheet.is_valid(), sheet.errors()
    check = save(sheet, cast)
    defect = Defect.objects.get()
    assert (defect.what, defect.where, defect.danger) == (
        "Valve stuck, tap taped off",
        "Bath upstairs",
        True,
    )
    assert (defect.source_id, defect.signed_by, defect.home) == (check.pk, cast.cara, cast.elm)


def test_a_fault_added_later_opens_it_too_and_only_once(cast):
    sheet, body = water(cast)
    assert sheet.is_valid()
    check = save(sheet, cast)
    for version in (1, 2):
        sheet = Sheet.build(
            WATER,
            subject=cast.elm,
            user=cast.cara,
            instance=check,
            data=body | {"fault": "Drips"},
            now=timezone.now(),
        )
        assert sheet.is_valid(), sheet.errors()
        check = actions.edit(
            sheet=sheet, type=WATER, by=cast.cara, version=version, now=timezone.now()
        )
    assert Defect.objects.count() == 1


def test_a_replaced_check_opens_no_second_defect(cast):
    sheet, _ = water(cast, fault="Drips")
    assert sheet.is_valid()
    old = save(sheet, cast)
    sheet, _ = water(cast, fault="Drips", celsius="42")
    assert sheet.is_valid()
    actions.create(
        sheet=sheet, type=WATER, subject=cast.elm, by=cast.cara, replaces=old, now=timezone.now()
    )
    assert Defect.objects.count() == 1


def test_made_safe_and_mended_are_moments_of_their_own(cast):
    defect = builders.signed(registry.of("compliance.defect"), subject=cast.elm, by=cast.cara)
    actions.reach(
        record=defect,
        moment="safe",
        by=cast.cara,
        values={"safe_how": "Boarded"},
        now=timezone.now(),
    )
    held = actions.reach(
        record=defect,
        moment="mended",
        by=cast.rosa,
        values={"mended_how": "New"},
        now=timezone.now(),
    )
    assert (held.safe_how, held.mended_how, held.mended_by) == ("Boarded", "New", cast.rosa)


def lines(**typed) -> dict:
    body = {f"{n}-{name}": "" for n in range(1, 11) for name in ("appliance", "celsius", "fault")}
    return body | {"token": str(uuid7())} | {k.replace("_", "-"): v for k, v in typed.items()}


@pytest.fixture
def round_page(cast, client):
    client.force_login(cast.cara)
    return reverse("fridge-round", args=["elm"])


def test_ten_fridges_are_saved_and_signed_at_once(round_page, client):
    typed = {f"{n}-appliance": f"Fridge {n}" for n in range(1, 11)}
    typed |= {f"{n}-celsius": "4" for n in range(1, 11)}
    body = lines() | typed
    for _ in range(2):
        assert client.post(round_page, body).status_code == 302
    assert FridgeTemperature.objects.exclude(signed_at=None).count() == 10


def test_one_bad_line_saves_none_and_keeps_what_was_typed(round_page, client):
    body = lines() | {
        "1-appliance": "Kitchen",
        "1-celsius": "4",
        "2-appliance": "Freezer",
        "2-celsius": "warm",
    }
    answer = client.post(round_page, body)
    assert answer.status_code == 422
    assert not FridgeTemperature.objects.exists()
    page = answer.content.decode()
    assert 'value="warm"' in page
    assert "Line 2" in page


def test_the_appliances_of_last_time_stand_ready(round_page, cast, client):
    builders.make(
        fridge, subject=cast.elm, by=cast.cara, change={"appliance": ["Garage"], "celsius": ["4"]}
    )
    assert 'value="Garage"' in client.get(round_page).content.decode()
