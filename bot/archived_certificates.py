"""What an archive holds of what came after the results: payment, photos, certificates, parcels, spot checks (R7.7)."""

from collections.abc import Iterator, Mapping
from functools import partial

from bot.archive_entries import Entry, kept, listed, printed
from bot.filled import PAPER
from conversations.paper_view import shown_moment
from rules.money import in_yuan
from store.batches import Batch
from store.spot_checks import SpotCheck
from store.unit import UnitOfWork


def settlement(work: UnitOfWork, batch: Batch) -> Iterator[Entry]:
    """The bill, and every slip that was sent in."""
    standing = work.settlements.find(batch.id)
    if standing is None:
        return
    yield printed("settlement", "09-settlement/settlement", batch.id)
    yield printed("payment_slip", "09-settlement/payment-slip", batch.id)
    for step in range(1, standing.step + 1):
        for file in work.files.of(f"settlement:{standing.id}:{step}"):
            yield kept(f"09-settlement/remittance-slip-{step}", file.id)
    yield listed("09-settlement/payment", "archive-titles-payment", partial(payment, batch))


def payment(batch: Batch, work: UnitOfWork) -> list[tuple[object, ...]]:
    standing = work.settlements.find(batch.id)
    if standing is None:
        return []
    total = in_yuan(work.settlements.bill(batch.id).total)
    on = (standing.decided_at or standing.filed_at).date()
    state = PAPER.say("settlement-state", state=standing.state, on=on)
    return [(standing.payer, standing.paid_on, total, state, standing.reason)]


def photos(_: UnitOfWork, batch: Batch) -> Iterator[Entry]:
    yield listed(
        "10-certificates/paper-photos", "archive-titles-photos", partial(photo_rows, batch)
    )


def photo_rows(batch: Batch, work: UnitOfWork) -> list[tuple[object, ...]]:
    return [
        (
            one.running_number,
            PAPER.argument(one.state),
            shown_moment(one.noted_at) if one.noted_at else "",
            one.reason,
        )
        for one in work.paper_photos.of(batch.id)
    ]


def certificates(_: UnitOfWork, batch: Batch) -> Iterator[Entry]:
    rows = partial(certificate_rows, batch)
    yield listed("10-certificates/certificates", "archive-titles-certificates", rows)


def certificate_rows(batch: Batch, work: UnitOfWork) -> list[tuple[object, ...]]:
    return [
        (one.running_number, one.certificate.number, one.certificate.issued_on)
        for one in work.issuing.of(batch.id)
    ]


def shipments(_: UnitOfWork, batch: Batch) -> Iterator[Entry]:
    rows = partial(shipment_rows, batch)
    yield listed("11-shipments/shipments", "archive-titles-shipments", rows)


def shipment_rows(batch: Batch, work: UnitOfWork) -> list[tuple[object, ...]]:
    return [
        (
            one.waybill.sent_on,
            one.waybill.carrier,
            one.waybill.tracking_number,
            one.to.recipient,
            one.to.phone,
            one.to.address,
            PAPER.argument(one.state),
            shown_moment(one.received_at) if one.received_at else "",
            PAPER.argument(one.trouble) if one.trouble else "",
            one.remark,
        )
        for one in work.shipments.of(batch.id)
    ]


def spot_checks(work: UnitOfWork, batch: Batch) -> Iterator[Entry]:
    """Each round in words, and what was sent with it."""
    for check in work.spot_checks.of(batch.id):
        name = f"12-spot-checks/{check.id}"
        rows = partial(spot_check_rows, check)
        yield listed(f"{name}/rounds", "archive-titles-spot-checks", rows)
        for n, one in enumerate(work.spot_checks.rounds(check.id), start=1):
            for page, file in enumerate(one.answer.files, start=1):
                yield kept(f"{name}/answer-{n}-{page:02}", file)


def spot_check_rows(check: SpotCheck, work: UnitOfWork) -> list[tuple[object, ...]]:
    """The request, then every answer with what was found in it."""
    wanted = PAPER.argument(check.request.wanted)
    rows: list[tuple[object, ...]] = [
        (shown_moment(check.asked_at), wanted, check.request.note, check.request.seed, "", "")
    ]
    for one in work.spot_checks.rounds(check.id):
        verdict = one.verdict
        found = PAPER.argument(verdict.conclusion) if verdict else ""
        remarks = f"{verdict.findings} {verdict.correction}".strip() if verdict else ""
        answer = (shown_moment(one.answered_at), one.answer.text, one.answer.place)
        rows.append((*answer, "", found, remarks))
    return rows


def trail(_: UnitOfWork, batch: Batch) -> Iterator[Entry]:
    """Who did what to the batch, as the audit trail has it: by number, never by name."""
    yield listed("13-trail/trail", "archive-titles-trail", partial(trail_rows, batch))


def trail_rows(batch: Batch, work: UnitOfWork) -> list[tuple[object, ...]]:
    return [
        (shown_moment(one.at), one.role, one.person or "", one.act, detail(one.detail))
        for one in work.audit.of(f"batch:{batch.id}")
    ]


def detail(told: Mapping[str, object]) -> str:
    return ", ".join(f"{name}={value}" for name, value in told.items())
