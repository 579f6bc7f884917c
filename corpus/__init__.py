"""Report text to structure: reports, sections, passages, figures."""
