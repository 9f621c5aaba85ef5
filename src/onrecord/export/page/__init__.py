"""The parts of the `html` export. Only `safe` makes markup of words that are not ours."""
