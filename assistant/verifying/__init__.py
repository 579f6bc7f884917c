"""What a claim says, held against what a report says."""
