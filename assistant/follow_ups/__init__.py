"""Questions that lean on the turn before, made whole."""
