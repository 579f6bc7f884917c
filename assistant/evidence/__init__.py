"""What a report holds, in the form that questions are compared with."""
