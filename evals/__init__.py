"""Scores the parts and the whole on questions, claims and golden figures."""
