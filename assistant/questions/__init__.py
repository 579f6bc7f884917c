"""What a question says: its language, its time, its place, and what it asks for."""
