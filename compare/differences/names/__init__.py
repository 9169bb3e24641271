"""Who and where: `slots` tells other names, `spellings` one name spelt in two ways, `offices` one person with two offices,
`unnamed_offices` those of people who are not named.

`one_name` decides whether two names may be one, with `romanised` for other alphabets; `lone_names` finds names that only a
capital proves.
"""
