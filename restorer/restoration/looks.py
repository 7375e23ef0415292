"""What networks that looked at a whole photo made of it, before anything was done."""

from dataclasses import dataclass, field

from restorer.restoration.levels import NoiseEstimate
from restorer.restoration.tones import Toning
from restorer.restoration.wear import Wear


@dataclass(frozen=True)
class Looks:
    """How noisy a photo is, how worn and of what tones, each by the checksum of the network that looked."""

    noise: dict[str, NoiseEstimate] = field(default_factory=dict)
    wear: dict[str, Wear] = field(default_factory=dict)
    tones: dict[str, Toning] = field(default_factory=dict)
