"""What is forgotten each day."""

from __future__ import annotations

from beffroi_web.jobs.retention import daily
from beffroi_web.public.actions import forget

daily(forget)
