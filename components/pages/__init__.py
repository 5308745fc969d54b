"""One module a page, and the pieces that pages are made of. With app.py the only place that imports Streamlit."""
