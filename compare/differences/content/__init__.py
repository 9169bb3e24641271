"""What a version has that others lack: `additions` tells passages, `clauses` parts of linked sentences.

`passages` makes runs of sentences with the same fate; `carried` says what a sentence carries that readers would miss; `retold`,
`counterparts` and `kin` find it told elsewhere, in other words, or in an edited copy.
"""
