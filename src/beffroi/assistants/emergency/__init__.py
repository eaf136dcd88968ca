"""Signals of distress or danger: the right numbers at once, by rule, before any model."""

from beffroi.assistants.emergency.detect import Alarm, alarm

__all__ = ["Alarm", "alarm"]
