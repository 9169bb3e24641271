"""Speed and quality beside peers, in one run, as ratios; the table of results is in README.md."""
