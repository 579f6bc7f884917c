"""Question to cited answer, and claim to verdict.

The ways in are `assistant.assistant` and `assistant.verify`; what they return is in `models` and
`verifying.verification`. Beneath them, in the order in which a question passes through:

- `questions`: what a question says: language, time, place, what it asks for, and of what;
- `follow_ups`: a question that leans on the turn before is made whole;
- `evidence`: what a report holds, in the form that questions are compared with;
- `matching`: how well a figure or a clause of the report fits the question's words;
- `answers`: figures, clauses and lists become sentences with citations, and are grounded;
- `premises`: what the question takes for granted and the report says otherwise;
- `writing`: a language model writes instead, and its sentences are held to the passages;
- `verifying`: a claim's figures and statements, held against the report's;
- `page`: what the page, its API and its MCP server show.

`claims` and `quantities_en` are the figures that a sentence, not a report, states. Which package
may import which is in pyproject.toml, and `make check` holds it.
"""
