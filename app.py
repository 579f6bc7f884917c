"""The chat: a page that asks the assistant."""
