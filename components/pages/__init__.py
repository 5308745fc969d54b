"""The pages in Streamlit: a folder for each, above `parts`, `visit` and `serving`."""
