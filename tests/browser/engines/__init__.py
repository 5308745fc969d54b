"""One page in three engines: what a test sees and does through Chromium, Firefox and WebKit alike."""
