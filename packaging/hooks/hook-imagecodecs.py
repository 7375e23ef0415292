"""What PyInstaller cannot see: imagecodecs loads each codec by name when it is first called."""

# Every codec that the program names, and every compression of TIFF that tifffile hands to imagecodecs.
_CODECS = (
    *("avif", "ccitt", "cms", "deflate", "imcd", "jpeg2k", "jpeg8", "jpegsof3", "jpegxl", "jpegxr"),
    *("lerc", "ljpeg", "lzma", "pixarlog", "png", "quantize", "webp", "zlib", "zstd"),
)

hiddenimports = [
    "imagecodecs._imagecodecs",
    "imagecodecs._shared",
    "imagecodecs._shared_cython",
    *(f"imagecodecs._{codec}" for codec in _CODECS),
]
