"""Makes the figures of amounts out of Atkinson Hyperlegible Next: all as wide, a zero without its slash, narrow spaces.

Needs fontTools with brotli. From the root of the project:
python3 src/site/styles/ground/make_figures.py <atkinson-hyperlegible-next-latin-wght-normal.woff2> src/site/styles/ground/figures.woff2
"""
import sys
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates
from fontTools.varLib.iup import iup_delta

source, target = sys.argv[1:]
font = TTFont(source)
glyf, gvar = font["glyf"], font["gvar"]

zero = glyf["zero"]
points, ends, flags = zero.getCoordinates(glyf)
outer = range(0, ends[0] + 1)
first, second = ends[0] + 1, ends[1] + 1
# The counter is cut in two by the slash; these four points are its extremes.
left, bottom, right, top = first + 7, first, second + 4, second + 8


def counter(at):
    """The whole counter: the outer contour, squeezed between the four extremes, the other way round."""
    xs, ys = [points[i][0] for i in outer], [points[i][1] for i in outer]
    made = []
    for i in reversed(outer):
        across = (points[i][0] - min(xs)) / (max(xs) - min(xs))
        up = (points[i][1] - min(ys)) / (max(ys) - min(ys))
        x = at[left][0] + across * (at[right][0] - at[left][0])
        y = at[bottom][1] + up * (at[top][1] - at[bottom][1])
        made.append((round(x), round(y)))
    return made


_, control = glyf._getCoordinatesAndControls("zero", font["hmtx"].metrics)[:2]
whole = list(glyf._getCoordinatesAndControls("zero", font["hmtx"].metrics)[0])
plain = counter(points)
for one in gvar.variations["zero"]:
    deltas = list(iup_delta(one.coordinates, whole, list(control.endPts)))
    deltas = [(0, 0) if d is None else d for d in deltas]
    moved = [(p[0] + d[0], p[1] + d[1]) for p, d in zip(whole, deltas)]
    inner = [(a[0] - b[0], a[1] - b[1]) for a, b in zip(counter(moved), plain)]
    one.coordinates = [deltas[i] for i in outer] + inner + deltas[-4:]
n = len(outer)
zero.coordinates = GlyphCoordinates([points[i] for i in outer] + plain)
zero.flags = bytearray([flags[i] for i in outer] + [flags[i] for i in reversed(outer)])
zero.endPtsOfContours = [n - 1, 2 * n - 1]
zero.numberOfContours = 2
zero.recalcBounds(glyf)

digits = "zero one two three four five six seven eight nine".split()
for table in font["cmap"].tables:
    for at, name in enumerate(digits):
        table.cmap[0x30 + at] = f"{name}.tf"
    for space in (0xA0, 0x202F):
        table.cmap[space] = "uni2009"
font["hmtx"].metrics["uni2009"] = (180, 0)
options = Options()
options.layout_features = []
options.hinting = False
options.flavor = "woff2"
options.name_IDs = [0, 1, 2, 13, 14]
subset = Subsetter(options)
subset.populate(unicodes=[*range(0x30, 0x3A), 0x2C, 0x2E, 0xA0, 0x202F, 0x20AC, 0x24, 0x2212])
subset.subset(font)
for record in font["name"].names:
    if record.nameID == 1:
        record.string = "Functielab Cijfers"
for tag in ("STAT", "MVAR", "GDEF", "GPOS", "GSUB"):
    if tag in font:
        del font[tag]
font.flavor = "woff2"
font.save(target)
