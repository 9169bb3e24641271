"""Templates, style sheets, fonts and words of the report. No code stands here."""
