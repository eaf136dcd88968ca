"""Telling another program, with a few attempts; reading the mailbox."""

from __future__ import annotations

import time

from beffroi_web.jobs.port import Context, handler
from beffroi_web.jobs.retention import daily
from beffroi_web.openings import hooks, imap, mailbox
from beffroi_web.openings.models import Hook, Mailbox
from beffroi_web.openings.sending import AddressRefused, NotTold

#: Seconds before each attempt. After the last one the work fails; a person can take it up again.
DELAYS: tuple[float, ...] = (0.0, 2.0, 8.0, 20.0)


@handler(hooks.TELLING, title="Avertir un autre logiciel")
def avertir(context: Context) -> dict[str, int]:
    """Tell the program; gives how many attempts it took, 0 for a hook that was removed."""
    rows = Hook.objects.across("a job knows its hook by its number").select_related("collectivite")
    hook = rows.filter(pk=context.args["hook"]).first()
    if hook is None:
        return {"essais": 0}
    key = f"envoi-{context.job.attempt}"  # taken up by a person: another attempt, truly made
    done: dict[str, int] = context.step(key, "Envoi", lambda: _attempted(context, hook))
    return done


def _attempted(context: Context, hook: Hook) -> dict[str, int]:
    for number, delay in enumerate(DELAYS, start=1):
        _wait(context, delay)
        context.progress(f"Essai {number} sur {len(DELAYS)}", number - 1, len(DELAYS))
        try:
            hooks.deliver(hook, context.args, delivery=str(context.job.pk))
        except (NotTold, AddressRefused) as error:
            hooks.note(hook, error.message)
            if number == len(DELAYS):
                raise
        else:
            hooks.note(hook, "")
            return {"essais": number}
    raise AssertionError("the last attempt returns or raises")


def _wait(context: Context, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        context.check_stop()
        time.sleep(min(0.5, max(0.0, end - time.monotonic())))


@handler(mailbox.VISITING, title="Relever la boîte aux lettres")
def relever(context: Context) -> dict[str, int]:
    """Read the letters that came since the last visit; gives how many became a draft, were left
    aside, were already known, and wait for the next visit (1 when some do)."""
    rows = Mailbox.objects.across("a job knows its box by its number")
    box = rows.select_related("collectivite", "owner").filter(pk=context.args["mailbox"]).first()
    if box is None:
        return {}
    done: dict[str, int] = context.step(
        f"releve-{context.job.attempt}", "Lecture des lettres", lambda: _visited(context, box)
    )
    return done


def _visited(context: Context, box: Mailbox) -> dict[str, int]:
    try:
        found = imap.visit(mailbox.box_of(box), validity=box.validity, after=box.last_uid)
    except imap.MailboxUnread as error:
        mailbox.note(box, {"trouble": error.sentence[:300]})
        raise
    counts = {"brouillon": 0, "ecarte": 0, "connu": 0, "reste": int(found.more)}
    for number, fetched in enumerate(found.letters):
        context.progress(f"Lettre {number + 1}", number, len(found.letters))
        counts[mailbox.receive(box, fetched, validity=found.validity)] += 1
        place = {"validity": found.validity, "last_uid": fetched.uid, "trouble": ""}
        mailbox.note(box, place)
    if not found.letters:
        mailbox.note(box, {"trouble": ""})
    return counts


daily(mailbox.visit_all)
