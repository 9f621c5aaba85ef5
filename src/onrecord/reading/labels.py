"""The encoder's label sets; training and reading share them."""

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
"""What a word is, whoever it belongs to."""

ROLES = ("O", "B-source", "I-source", "B-content", "I-content")
"""What a word is to one given cue."""

DISTANCES = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128)
"""Edges (in words) of the classes that the distance from cue to word falls in, each way."""

ROLE_WIDTH = 64
"""Dimensions in which a cue and a word are compared, for each role."""
