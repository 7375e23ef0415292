"""The noise of one scanner or film, measured on its own scans and drawn anew; numpy only.

Two parts are told apart, because they look different and because no denoiser for grain alone takes out both:
the *grain*, a soft random field whose strength goes with the brightness, and the *bands*, whole rows or
columns that are a little too light or too dark. Both are measured where a scan shows nothing but a flat tone.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from restorer.errors import RestorerError
from restorer.training.ageing.fields import LUMA, Pixels

SIDE = 64
"""Pixels; the side of the patches that are measured."""
_GAP = 8  # between the halves of a patch whose bands are compared: more than grain reaches
_BINS = 8  # steps of brightness
_PATCHES_PER_BIN = 80
_FEWEST = 12
_LAGS = 12  # lines; further apart, bands are taken to be independent
_FILE = "noise.npz"


@dataclass(frozen=True)
class Bands:
    """Stripes: the ``covariance`` (3, 3) of the channels, the ``autocorrelation`` (L,) from line to line."""

    covariance: NDArray[np.float32]
    autocorrelation: NDArray[np.float32]

    def draw(self, count: int, random: np.random.Generator) -> Pixels:
        """Return ``(count, 3)`` offsets, a line each."""
        power = np.zeros(_ring(count), np.float64)
        lags = min(len(self.autocorrelation), len(power) // 2)
        power[:lags] = self.autocorrelation[:lags]
        power[-lags + 1 :] = self.autocorrelation[1:lags][::-1]
        amplitude = np.sqrt(np.maximum(np.fft.rfft(power).real, 0))
        white = random.standard_normal((len(power), 3))
        lines = np.fft.irfft(np.fft.rfft(white, axis=0) * amplitude[:, None], len(power), axis=0)
        return np.asarray(lines[:count] @ _root(self.covariance).T, np.float32)

    @property
    def strength(self) -> float:
        """The standard deviation of a band, mean of the channels (0..1)."""
        return float(np.sqrt(np.trace(self.covariance) / 3))


@dataclass(frozen=True)
class NoiseModel:
    """What a scanner or film adds to what it sees.

    ``mix`` (3, 3) makes the channels' grain of three independent fields with the ``spectra`` (3, SIDE, SIDE),
    each of mean 1; ``response`` (B,) scales it at brightness 0..1 in equal steps. ``rows`` and ``columns``
    are the bands. ``patches`` says how many places it was measured at.
    """

    mix: NDArray[np.float32]
    spectra: NDArray[np.float32]
    response: NDArray[np.float32]
    rows: Bands
    columns: Bands
    patches: int

    @property
    def grain(self) -> float:
        """The standard deviation of the grain at a middle brightness (0..1)."""
        return float(np.sqrt(np.square(self.mix).sum() / 3))

    def draw(self, picture: Pixels, random: np.random.Generator) -> Pixels:
        """Draw the noise that this scanner would add to ``picture`` (H, W, 3), 0..1."""
        shape = picture.shape[:2]
        size = tuple(_ring(side) for side in shape)
        fields = np.stack([_field(spectrum, size, random) for spectrum in self.spectra], axis=-1)
        luma = np.clip(picture @ LUMA, 0, 1)
        scale = np.interp(luma, np.linspace(0, 1, len(self.response)), self.response)[..., None]
        grain = (fields[: shape[0], : shape[1]] @ self.mix.T) * scale
        rows, columns = self.rows.draw(shape[0], random), self.columns.draw(shape[1], random)
        return np.asarray(grain + rows[:, None] + columns[None], np.float32)

    def without_bands(self) -> "NoiseModel":
        """Return the grain alone: what a film has."""
        none = Bands(np.zeros((3, 3), np.float32), self.rows.autocorrelation)
        return dataclasses.replace(self, rows=none, columns=none)

    def save(self, folder: Path) -> None:
        """Write it into ``folder``."""
        np.savez_compressed(
            folder / _FILE, mix=self.mix, spectra=self.spectra, response=self.response,
            rows=self.rows.covariance, row_lags=self.rows.autocorrelation,
            columns=self.columns.covariance, column_lags=self.columns.autocorrelation,
            patches=np.array(self.patches),
        )  # fmt: skip


def load_noise_model(folder: Path) -> NoiseModel:
    """Read what `NoiseModel.save` wrote."""
    with np.load(folder / _FILE, allow_pickle=False) as file:
        values: Mapping[str, NDArray[np.float32]] = dict(file)
    return NoiseModel(
        values["mix"], values["spectra"], values["response"],
        Bands(values["rows"], values["row_lags"]), Bands(values["columns"], values["column_lags"]),
        int(values["patches"]),
    )  # fmt: skip


def measure_noise(scans: Sequence[NDArray[np.uint8]]) -> NoiseModel:
    """Measure the noise of scans ``(H, W, 3)`` uint8 where they are flattest.

    Raises:
        RestorerError: too few places are flat enough.
    """
    patches, brightness = _flat_patches(scans)
    return noise_of(patches, brightness)


def noise_of(patches: Pixels, brightness: Pixels) -> NoiseModel:
    """Measure noise in patches ``(N, SIDE, SIDE, 3)`` of it; ``brightness`` (N,) is the scan's there."""
    if len(patches) < _FEWEST:
        raise RestorerError(
            "There are too few even places in these photos to measure the noise.",
            hint="Add scans with some sky, wall or empty border, or pairs of a noisy and a clean scan.",
        )
    rows, columns = _bands(patches), _bands(patches.transpose(0, 2, 1, 3))
    grain = _without_lines(patches)
    response = _response(grain, brightness)
    expected = np.interp(brightness, np.linspace(0, 1, len(response)), response)
    grain = np.asarray(grain / expected[:, None, None, None], np.float32)
    mixed = np.einsum("nhwc,nhwd->cd", grain, grain, dtype=np.float64) / grain[..., 0].size
    powers, vectors = np.linalg.eigh(mixed)
    deviations = np.sqrt(np.maximum(powers, 1e-12))
    parts = (grain @ vectors.astype(np.float32)) / deviations.astype(np.float32)
    power = np.square(np.abs(np.fft.fft2(parts, axes=(1, 2)))).mean(axis=0).transpose(2, 0, 1)
    return NoiseModel(
        np.asarray(vectors * deviations, np.float32),
        np.stack([_filled(spectrum) for spectrum in power]),
        response, rows, columns, len(patches),
    )  # fmt: skip


def _flat_patches(scans: Sequence[NDArray[np.uint8]]) -> tuple[Pixels, Pixels]:
    """Return the flattest patches of each brightness, less their slow changes, and their brightness."""
    found: list[list[tuple[float, Pixels, float]]] = [[] for _ in range(_BINS)]
    smooth = _smooth_basis()
    for scan in scans:
        for top in range(0, scan.shape[0] - SIDE + 1, SIDE):
            for left in range(0, scan.shape[1] - SIDE + 1, SIDE):
                patch = scan[top : top + SIDE, left : left + SIDE].astype(np.float32) / np.float32(255)
                if (patch.min(axis=(0, 1)) <= 0).any() or (patch.max(axis=(0, 1)) >= 1).any():
                    continue  # what is clipped hides its noise
                brightness = float(patch.mean(axis=(0, 1)) @ LUMA)
                flat = patch.reshape(-1, 3)
                rest = (flat - smooth @ (smooth.T @ flat)).reshape(patch.shape)
                bin_ = found[min(int(brightness * _BINS), _BINS - 1)]
                bin_.append((_roughness(rest), rest, brightness))
                if len(bin_) > 4 * _PATCHES_PER_BIN:
                    bin_.sort(key=lambda entry: entry[0])
                    del bin_[_PATCHES_PER_BIN:]
    kept = [entry for bin_ in found for entry in sorted(bin_, key=lambda entry: entry[0])[:_PATCHES_PER_BIN]]
    kept = _without_texture(kept)
    patches = np.stack([rest for _, rest, _ in kept]) if kept else np.empty((0, SIDE, SIDE, 3), np.float32)
    return patches, np.array([brightness for *_, brightness in kept], np.float32)


def _without_texture(kept: list[tuple[float, Pixels, float]]) -> list[tuple[float, Pixels, float]]:
    """Leave out what is far rougher than the smooth places: that is texture, not noise."""
    if not kept:
        return kept
    limit = 2.0 * float(np.quantile([roughness for roughness, *_ in kept], 0.1))
    return [entry for entry in kept if entry[0] <= limit]


def _roughness(rest: Pixels) -> float:
    """How much there is on a coarse scale, where noise averages out and texture does not."""
    coarse = rest.reshape(8, SIDE // 8, 8, SIDE // 8, 3).mean(axis=(1, 3))
    return float(coarse.std() + 0.25 * rest.std())


def _smooth_basis() -> Pixels:
    """Return an orthonormal basis (SIDE², K) of the slow changes over a patch."""
    y, x = np.mgrid[-1 : 1 : SIDE * 1j, -1 : 1 : SIDE * 1j]
    terms = [np.ones_like(x), x, y, x * x, x * y, y * y]
    basis, _ = np.linalg.qr(np.stack([term.ravel() for term in terms], axis=1))
    return np.asarray(basis, np.float32)


def _bands(patches: Pixels) -> Bands:
    """Measure what a row's two halves have in common, which grain has not."""
    half = (SIDE - _GAP) // 2
    left, right = patches[:, :, :half].mean(axis=2), patches[:, :, -half:].mean(axis=2)
    lags = []
    for lag in range(_LAGS):
        ends = SIDE - lag
        product = np.einsum("nhc,nhd->cd", left[:, :ends], right[:, lag:], dtype=np.float64)
        lags.append(product / (len(patches) * ends))
    covariance = 0.5 * (lags[0] + lags[0].T)
    values, vectors = np.linalg.eigh(covariance)
    covariance = (vectors * np.maximum(values, 0)) @ vectors.T
    total = np.trace(covariance)
    if total <= 3 * (0.1 / 255) ** 2:  # less than a tenth of a step of 8 bits
        return Bands(np.zeros((3, 3), np.float32), np.eye(1, _LAGS, dtype=np.float32)[0])
    taper = np.cos(np.linspace(0, np.pi / 2, _LAGS)) ** 2  # far lags are mostly what slow changes left
    correlation = np.array([np.trace(lag) for lag in lags]) / total * taper
    return Bands(covariance.astype(np.float32), correlation.astype(np.float32))


def _without_lines(patches: Pixels) -> Pixels:
    rest = patches - patches.mean(axis=2, keepdims=True)
    return np.asarray(rest - rest.mean(axis=1, keepdims=True), np.float32)


def _response(grain: Pixels, brightness: Pixels) -> NDArray[np.float32]:
    """Return how strong the grain is at each brightness, 1 in the mean; neighbours fill what was not seen."""
    strength = np.sqrt(np.square(grain).mean(axis=(1, 2, 3)))
    places = np.linspace(0, 1, _BINS + 1)
    bins = np.minimum((brightness * _BINS).astype(int), _BINS - 1)
    seen = [index for index in range(_BINS) if (bins == index).sum() >= _FEWEST // 2]
    if not seen:
        return np.ones(_BINS + 1, np.float32)
    middles = [(index + 0.5) / _BINS for index in seen]
    medians = [float(np.median(strength[bins == index])) for index in seen]
    curve = np.interp(places, middles, medians)
    return np.asarray(np.clip(curve / np.median(strength), 0.3, 3.0), np.float32)


def _filled(spectrum: NDArray[np.float64]) -> NDArray[np.float32]:
    """Fill the lines of the spectrum that were taken for bands from their neighbours; mean 1."""
    filled = spectrum.copy()
    filled[0, :] = 0.5 * (spectrum[1, :] + spectrum[-1, :])
    filled[:, 0] = 0.5 * (filled[:, 1] + filled[:, -1])
    return np.asarray(filled / filled.mean(), np.float32)


def _field(spectrum: NDArray[np.float32], size: Sequence[int], random: np.random.Generator) -> Pixels:
    """Draw a field of standard deviation 1 with a spectrum, given on another grid."""
    reach = 8  # pixels; further apart, grain is independent, and the measured spectrum's own noise is cut off
    kernel = np.fft.fftshift(np.fft.ifft2(np.sqrt(spectrum)).real)
    middle = SIDE // 2
    kernel = kernel[middle - reach : middle + reach + 1, middle - reach : middle + reach + 1]
    kernel /= np.sqrt(np.square(kernel).sum())
    white = random.standard_normal(tuple(size), np.float32)
    shaped = np.fft.irfft2(np.fft.rfft2(white) * np.fft.rfft2(kernel, tuple(size)), tuple(size))
    return np.asarray(shaped, np.float32)


def _ring(length: int) -> int:
    """The length of a ring to draw on: a little longer, so that its ends do not meet."""
    return length + 2 * _LAGS


def _root(covariance: NDArray[np.float32]) -> NDArray[np.float64]:
    values, vectors = np.linalg.eigh(covariance.astype(np.float64))
    return np.asarray(vectors * np.sqrt(np.maximum(values, 0)), np.float64)
