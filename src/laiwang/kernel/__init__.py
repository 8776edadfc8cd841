"""The machine: one ordered log, rooms decided in memory one at a time, bells rung by the commit, followers with a cursor.

Everything above says *what* happens; the kernel says when it is durable, in which order, and who is told.
"""
