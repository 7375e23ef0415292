"""How the networks are made: from a folder of photos to an ONNX model with a card.

A `plan.TrainingPlan` (read from a recipe) says what is to be made; `worker` is the child process that makes
it: `dataset` cuts crops from the photos, `ageing` makes them old, `batches` makes them ready ahead of time;
`networks` holds the autoencoders, `tasks` what each family of them learns, `train` the loop, and `export`
writes what the engine can run. For somebody's own folder, an `order` says what is to be done, `own_photos`
reads the photos, `noise_model` measures a scanner's noise, `weights` reads a bundled model back, and
`folder_run` does it, listening to `control`. Only this package knows torch, and only in the child process:
what comes before `networks` does without.
"""
