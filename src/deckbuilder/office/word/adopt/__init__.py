"""An agency's own Word template: its page, margins, styles and lists, with our content in them.

Nothing here is imported unless a theme names a template: the XML parser costs 20 ms.
"""
