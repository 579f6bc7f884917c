"""What a question takes for granted and the report says otherwise."""
