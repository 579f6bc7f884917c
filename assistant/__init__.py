"""Question to cited answer, and claim to verdict."""
