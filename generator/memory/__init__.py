"""Quick ways to do the same job for each of many: remembering what was made, and several processes.

Nothing else knows of them; without them a site takes longer and is the same.
"""
