"""Numbers, dates and units: `values` tells the figures that differ, `meanings` those that are equal and mean another thing.

`articles` sets "a soldier" against "two soldiers", `repeats` "twice" against "three times"; `numerals` are numbers that measure
nothing; `reordered` is the one figure that differs in a sentence told in another order.
"""
