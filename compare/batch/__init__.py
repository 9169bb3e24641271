"""Many stories -> tables over all of them, and a report for each: one comparison per story, on one machine or a cluster.

The way of a story: `reading` finds it in a file, a table or a folder -> `work` compares it in some process of an engine
(`engines`: the processes of this machine, or Dask's) and gives a Result -> `dispatch` collects results, whatever dies on the
way -> `progress` keeps each in a file that a killed run leaves sound -> `merging` writes the tables in the order of the input
-> `overview` and `summary` draw the index and the PDF over all. `run` puts these together; `frames` does the same from
DataFrame to DataFrames.
"""
