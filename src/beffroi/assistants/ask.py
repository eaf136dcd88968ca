"""What is asked of a model: an instruction, an example, the passages, the question.

The only file of the room that calls a model. The prefix (instruction and example) is the same for
every question of an assistant, so that the engine keeps it in its cache.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from beffroi.assistants.assistant import Assistant
from beffroi.assistants.assistant_read import read_example
from beffroi.assistants.types import Citation, Turn
from beffroi.drafting.ask import stream
from beffroi.llm.types import ChatModel, Chunk, Message
from beffroi.prompts import Prompt, fence, load_prompt, render

_PROMPTS = Path(__file__).with_name("prompts")
#: Tokens of an answer: three sentences hold in far less.
ROOM = 260
#: Characters of a French token, on the safe side.
CHARACTERS_A_TOKEN = 3
#: Share of the context of a model that earlier exchanges may take.
SHARE_OF_HISTORY = 4


@cache
def instruction_prompt() -> Prompt:
    return load_prompt(_PROMPTS / "reponse.md")


@cache
def _worked() -> tuple[Message, Message]:
    example = read_example("exemple.md", load_prompt(_PROMPTS / "exemple.md").body)
    return (
        Message(role="user", content=example.question),
        Message(role="assistant", content=example.answer),
    )


def prefix(assistant: Assistant) -> tuple[Message, ...]:
    """The instruction of ``assistant``, a worked example with passages, then its own examples."""
    tone = f"Ton\N{NO-BREAK SPACE}: {assistant.tone}" if assistant.tone else ""
    values = {"instruction": assistant.instruction, "ton": tone}
    system = render(instruction_prompt().body, values).strip()
    return (Message(role="system", content=system), *_worked())


def messages(
    assistant: Assistant, question: str, citations: Sequence[Citation], turns: Sequence[Turn]
) -> tuple[Message, ...]:
    """Everything that is said to the model for one answer."""
    passages = [
        f"Passage {rank}, «\N{NO-BREAK SPACE}{cited.title}\N{NO-BREAK SPACE}»"
        f"\N{NO-BREAK SPACE}:\n{fence(cited.text)}"
        for rank, cited in enumerate(citations, start=1)
    ]
    asked = "\n".join([*passages, f"Question\N{NO-BREAK SPACE}: {_one_line(question)}"])
    before = [
        message
        for turn in turns
        for message in (
            Message(role="user", content=f"Question\N{NO-BREAK SPACE}: {_one_line(turn.question)}"),
            Message(role="assistant", content=turn.answer),
        )
    ]
    return (*prefix(assistant), *before, Message(role="user", content=asked))


def kept_turns(history: Sequence[Turn], *, context_tokens: int) -> tuple[Turn, ...]:
    """The last exchanges that hold, whole, in a quarter of the context; the older ones fall."""
    room = context_tokens // SHARE_OF_HISTORY * CHARACTERS_A_TOKEN
    kept: list[Turn] = []
    for turn in reversed(history):
        room -= len(turn.question) + len(turn.answer)
        if room < 0:
            break
        kept.insert(0, turn)
    return tuple(kept)


def pieces(
    model: ChatModel, said: Sequence[Message], *, stop: Callable[[], bool]
) -> Iterator[Chunk]:
    """The answer of the model as it comes. Raises :class:`beffroi.errors.ModelError`, and
    :class:`beffroi.errors.Stopped` when ``stop()`` turns true."""
    return stream(model, said, max_tokens=ROOM, stop=stop)


def _one_line(text: str) -> str:
    """A question is data too: nothing in it can look like a passage or a fence."""
    return " ".join(text.split()).replace("<", "‹").replace(">", "›")
