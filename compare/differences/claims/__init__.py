"""What happened, to whom, and how surely.

`slots` looks where two linked passages have other words in one place, `reordered` where their clauses changed places, `roles` at
two who changed places around a verb, `rewordings` at single words between versions of one text. `hedges`, `increments`,
`limits`, `extents`, `tenses` and `references` are rules that `slots` asks, `converses` tells when opposites say one thing;
`accusations` reads whole versions.
"""
