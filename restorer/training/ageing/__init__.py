"""Makes a clean picture old: numpy and Pillow only, and seeded.

Every function takes pixels ``(H, W, 3)``, float32 in 0..1, and a generator, and returns new pixels of the
same shape; values may leave 0..1 where a sensor's would before it is read out. `noise`, `compression`,
`fading`, `softening` and `printing` change all pixels; `scratches`, `dust`, `creases`, `stains` and
`watermarks` lay `marks` over some and know which; `mixtures` draws over them for each network, and `sheet`
shows them to a person:

    python -m restorer.training.ageing.sheet --photos FOLDER --artefacts FOLDER -o sheet.png
"""
