"""With app.py the only place that imports Streamlit: a folder a page, and what stands behind all of them.

`parts/` holds what more than one page shows. Here stand the frame, the link, the language, the models that
are loaded once for all visitors, and the queue for long work.
"""
