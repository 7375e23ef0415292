"""Teaching a network on somebody's own folder; torch stays in a child process.

`report` looks at a folder and says what is in it, `goals` are what can be taught, `choices` the settings
behind it; `arrange` makes of all three the order that the child follows. `session` starts the child, hears
what it says and passes on what is wanted of it; `state` sums up what it said. `runs` keeps each training in a
folder of its own, so that it can go on another day. At the end `verdict` says whether the new model is worth
having, and `adopt` gives it to the catalog once it has been proved to compute the same in the engine.
"""
