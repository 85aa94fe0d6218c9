"""One file a screen action; `web/screen.py` finds them."""
