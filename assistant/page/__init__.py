"""What the page shows and offers: the parts that `app.py` puts together."""
