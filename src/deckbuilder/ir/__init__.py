"""Frozen dataclasses between content and office: text, presentation, document and template, without format or brand."""
