"""Invented catalogues of any size, written as editors write them."""
