"""What can go wrong, in sentences for people.

::

    RestorerError            anything whose message may be shown as it is
    ├── PhotoError           a photo cannot be read or written
    ├── ModelError           a model is missing, damaged or does not fit
    ├── DeviceError          a device cannot compute, or computes wrongly
    ├── InvalidRecipe        a recipe or plan does not make sense
    ├── PackError            a pack is damaged, missing or not of this release
    └── NetworkError         what was asked for over the network did not come
    Cancelled                somebody asked to stop; never an error, never shown
"""


class RestorerError(Exception):
    """Something that a person can understand and often mend.

    ``message`` is one sentence that says what happened; ``hint`` says what can be done, or is empty. Both are
    one line, whatever they quote from a file.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        self.message, self.hint = (" ".join(text.splitlines()) for text in (message, hint))
        super().__init__(self.message)

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


class PhotoError(RestorerError):
    """A photo cannot be read or written."""


class ModelError(RestorerError):
    """A model is missing, damaged or does not fit its card."""


class DeviceError(RestorerError):
    """A device cannot compute, runs out of memory, or computes wrongly."""


class InvalidRecipe(RestorerError):  # noqa: N818 - reads better without another "Error"
    """A recipe or training plan does not make sense."""


class PackError(RestorerError):
    """A pack is damaged, missing, or does not belong to this release."""


class NetworkError(RestorerError):
    """What was asked for over the network did not come."""


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """Somebody asked to stop. Not an error: it is never shown."""
