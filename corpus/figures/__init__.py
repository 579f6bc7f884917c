"""Every quantity of a report as a Figure."""

from corpus.figures.extract import extract_figures

__all__ = ["extract_figures"]
