"""From pictures as ageing has them to planes as networks want them."""

import numpy as np
from numpy.typing import NDArray

from restorer.training.ageing.fields import Pixels


def planes(*pictures: Pixels) -> NDArray[np.float32]:
    """Stack pictures (H, W, C) and fields (H, W) into planes (ΣC, H, W)."""
    fields = [picture if picture.ndim == 3 else picture[..., None] for picture in pictures]
    return np.ascontiguousarray(np.concatenate(fields, axis=-1).transpose(2, 0, 1), np.float32)
