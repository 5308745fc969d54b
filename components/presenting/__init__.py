"""Numbers and words in, sentences, rows and labels out: everything a page shows, without Streamlit."""
