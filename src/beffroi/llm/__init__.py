"""Language models behind one small protocol. Adapters import their engine only when used."""

from beffroi.llm.types import (
    UNKNOWN_ENERGY,
    ChatModel,
    Chunk,
    Completion,
    Energy,
    Message,
    ModelInfo,
    Place,
    Wait,
)

__all__ = [
    "UNKNOWN_ENERGY",
    "ChatModel",
    "Chunk",
    "Completion",
    "Energy",
    "Message",
    "ModelInfo",
    "Place",
    "Wait",
]
