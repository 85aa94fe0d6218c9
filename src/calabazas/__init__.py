"""Calabazas: who deserves a yes in your professional network, and why."""
