"""Who and where: `slots` tells other names, `spellings` one name spelt in two ways, `offices` one person with two offices,
`portfolios` one minister of two ministries, `unnamed_offices` the offices of people who are not named.

`one_name` decides whether two names may be one, with `romanised` for other alphabets; `lone_names` finds names that only a
capital proves.
"""
