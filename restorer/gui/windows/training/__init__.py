"""Train on my folder: a dialog of four steps, each a page that knows only the desk.

`window` holds the pages and the way from one to the next; `folder_page`, `goal_page` (with `controls`, the
autoencoder's own), `run_page` and `verdict_page` are the steps; `words` says in plain language what they
show.
"""
