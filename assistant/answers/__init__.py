"""From a question that is understood to the sentences of an answer, each with its citation."""
