"""Quick ways to do the same job for each of many: remembering what was made, and several processes.

Only `generator/plugin` knows of them; without them a site takes longer and is the same.
"""
