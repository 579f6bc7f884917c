"""How well what a report says fits the words of a question."""
