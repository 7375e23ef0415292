"""Whole folders: planned before anything runs, journalled so that nothing is lost or done twice.

``gather`` finds the files, ``naming`` gives each result a name of its own, ``plan`` puts both into a
`BatchPlan` that can be shown. ``journal`` keeps on disk what became of each photo; ``output`` is the folder
of the results, into which whole files are placed and never over others. ``work`` restores one photo into a
draft; ``crew`` (this computer) and ``cluster`` (many) decide when which photo's turn is and bring the
drafts to the ``desk``, which keeps the journal, tells of everything (``events``) and asks when a disk is
full (``trouble``). ``batch`` puts it together; ``watch`` waits for new files, ``undo`` takes results back,
``report`` tells what happened.
"""
