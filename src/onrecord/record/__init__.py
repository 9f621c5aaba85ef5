"""The append-only truth: one folder per story, with the record and the archive of raw bytes."""

from onrecord.record.appending import Added
from onrecord.record.entry import Check, Entry, StoredStatement, Verdict
from onrecord.record.searching import Hit
from onrecord.record.story import Story

__all__ = ["Added", "Check", "Entry", "Hit", "StoredStatement", "Story", "Verdict"]
