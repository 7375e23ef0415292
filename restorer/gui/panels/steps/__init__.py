"""The groups of the repair panel, one for each kind of step.

`step_group` is what they share: the switch, the model, the strength. Each shows the recipe's step of its
kind, and where there is none yet, what is suggested or usual.
"""
