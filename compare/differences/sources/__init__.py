"""Who says so: `attribution` compares the sources of linked sentences, `of_figures` those of a figure that versions agree on."""
