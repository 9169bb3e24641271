"""Who and where: `slots` tells spellings and other names, `offices` one person with two offices.

`one_name` decides whether two names may be one, with `romanised` for other alphabets; `lone_names` finds names that only a
capital proves.
"""
