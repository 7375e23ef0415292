"""How a network runs on a photo of any size: the only place that knows onnxruntime.

``card`` says what a model is, ``catalog`` where models are, ``devices`` what can compute here, ``tiles`` how
a photo is cut so that the result equals a run on the whole, ``sessions`` hides onnxruntime, ``selftest``
decides whether a device is to be trusted, and ``engine`` puts them together behind one class.
"""

import os

# Unless this is set before its library is loaded, onnxruntime sends statistics to its maker and keeps an
# identifier of the computer (its Privacy.md, "Disabling Telemetry"). Whatever was set before: no.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
