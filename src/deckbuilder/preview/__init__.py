"""The page on localhost that shows a pack as it is written.

`reading` keeps packs and themes as they are on disk, `showing` makes of a pack, a theme and a plan what the page shows,
`studio` holds the last good of it, `pages` writes HTML, `app` answers a browser, `following` notices saves and
`rendering` has LibreOffice draw the newest state in the background.
"""
