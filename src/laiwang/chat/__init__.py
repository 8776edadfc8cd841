"""Talking: rooms and messages, what travels with them (media, receipts, typing), and encryption between devices."""
