"""The fair queue: everybody is served, once, and nobody is served twice while another waits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beffroi.errors import ModelBusy
from beffroi.llm.turns import Ticket, Turns


def served(turns: Turns, tickets: list[Ticket]) -> list[str]:
    """The owners in the order in which they were served, each leaving at once."""
    order = []
    left = list(tickets)
    while left:
        now = next(ticket for ticket in left if ticket.served.is_set())
        order.append(now.owner)
        left.remove(now)
        turns.leave(now)
    return order


def test_who_sends_many_does_not_hold_the_others() -> None:
    turns = Turns()
    tickets = [turns.join(owner) for owner in ["a", "a", "a", "a", "b", "c"]]
    assert served(turns, tickets) == ["a", "b", "c", "a", "a", "a"]


@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=30))
def test_each_is_served_once_and_turns_alternate(owners: list[str]) -> None:
    turns = Turns()
    tickets = [turns.join(owner) for owner in owners]
    order = served(turns, tickets)
    assert sorted(order) == sorted(owners)
    assert turns.empty
    for place in range(len(order)):
        turns_had = [order[:place].count(owner) for owner in set(order[place:])]
        assert max(turns_had) - min(turns_had) <= 1  # of those who still wait


@given(st.lists(st.sampled_from("abc"), min_size=2, max_size=20), st.data())
def test_the_position_told_is_the_order_kept(owners: list[str], data: st.DataObject) -> None:
    turns = Turns()
    tickets = [turns.join(owner) for owner in owners]
    ticket = data.draw(st.sampled_from(tickets[1:]))
    position = turns.wait_of(ticket).position
    for _ in range(position):
        assert not ticket.served.is_set()
        current = next(other for other in tickets if other.served.is_set() and other is not ticket)
        tickets.remove(current)
        turns.leave(current)
    assert ticket.served.is_set()


def test_leaving_the_queue_gives_the_place_up_and_twice_is_harmless() -> None:
    turns = Turns()
    first, second, third = (turns.join(owner) for owner in "abc")
    turns.leave(second)
    turns.leave(second)
    turns.leave(first)
    assert third.served.is_set()
    assert turns.waiting == 0


def test_a_full_queue_is_busy() -> None:
    turns = Turns(longest=2)
    for owner in "abc":
        turns.join(owner)
    with pytest.raises(ModelBusy):
        turns.join("d")


def test_the_wait_is_guessed_from_the_turns_before() -> None:
    now = [0.0]
    turns = Turns(clock=lambda: now[0])
    first = turns.join("a")
    waiting = turns.join("b")
    assert turns.wait_of(waiting).seconds is None
    now[0] = 4.0
    turns.leave(first)
    last = turns.join("c")
    now[0] = 5.0
    assert turns.wait_of(last).seconds == 3.0
    assert turns.mean() == 4.0
    assert turns.wait_of(waiting).position == 0
