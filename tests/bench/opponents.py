"""What steepest is timed against in Python.

Without an argument it answers requests, one a line on standard input:

    function NAME HALF TEXT         no answer; the window is [-HALF, HALF] on both axes
    time OPPONENT NAME SIZE JOBS    seconds of -grad f on SIZE x SIZE places, or "missing"
    values OPPONENT NAME SIZE       "values", then 2 * SIZE * SIZE doubles, or "missing"

With the argument "picture" it does what the seed's script does: 18 x 18 places, the gradient point
by point, a drawing of arrows. It ends with 3 when matplotlib is missing and nothing was drawn.
"""

import math
import re
import sys
import time

try:
    import numpy
except ImportError:
    numpy = None
try:
    import numexpr
except ImportError:
    numexpr = None

STEP = 1e-4
LEAST_SECONDS = 0.01
SEED_SIZE = 24


def place_names():
    """The names that a function's text may use besides x and y."""
    return {"sin": numpy.sin, "cos": numpy.cos, "exp": numpy.exp, "sqrt": numpy.sqrt,
            "pi": math.pi, "e": math.e}


def python_function(text):
    """The text as a function of x and y."""
    return eval("lambda x, y: " + text, place_names())


def point_gradient(f, point):
    """The seed's gradient of f at a point: each coordinate moved and put back."""
    gradient = numpy.zeros_like(point)
    for index in range(point.size):
        kept = point[index]
        point[index] = kept + STEP
        ahead = f(point)
        point[index] = kept - STEP
        behind = f(point)
        gradient[index] = (ahead - behind) / (2 * STEP)
        point[index] = kept
    return gradient


class Grid:
    """SIZE x SIZE places over a function's window, and arrays for the slopes."""

    def __init__(self, half, size):
        self.places = numpy.linspace(-half, half, size)
        self.size = size
        self.full = numpy.meshgrid(self.places, self.places)
        self.open = (self.places[numpy.newaxis, :], self.places[:, numpy.newaxis])
        self.out = (numpy.zeros((size, size)), numpy.zeros((size, size)))


def by_arrays(f, x, y):
    """-grad f with one NumPy operation for each of the formula's."""
    return (-(f(x + STEP, y) - f(x - STEP, y)) / (2 * STEP),
            -(f(x, y + STEP) - f(x, y - STEP)) / (2 * STEP))


class NumpyFull:
    """NumPy over x and y as full arrays."""

    def __init__(self, text):
        self.f = python_function(text)

    def slopes(self, grid, jobs):
        return by_arrays(self.f, *grid.full)


class NumpyOpen(NumpyFull):
    """NumPy with x a row and y a column."""

    def slopes(self, grid, jobs):
        return by_arrays(self.f, *grid.open)


class Numexpr:
    """numexpr over full arrays, a difference in one expression."""

    def __init__(self, text):
        def moved(x, y):
            return "(" + re.sub(r"\by\b", y, re.sub(r"\bx\b", x, text)) + ")"

        self.names = {"pi": math.pi, "e": math.e, "h": STEP}
        self.along = ("-(%s - %s)/(2*h)" % (moved("(x+h)", "y"), moved("(x-h)", "y")),
                      "-(%s - %s)/(2*h)" % (moved("x", "(y+h)"), moved("x", "(y-h)")))

    def slopes(self, grid, jobs):
        numexpr.set_num_threads(jobs)
        names = dict(self.names, x=grid.full[0], y=grid.full[1])
        for expression, out in zip(self.along, grid.out):
            numexpr.evaluate(expression, local_dict=names, out=out)
        return grid.out


class SeedLoop:
    """The seed's way: Python, point by point."""

    def __init__(self, text):
        f = python_function(text)
        self.f = lambda point: f(point[0], point[1])

    def slopes(self, grid, jobs):
        slopes = [numpy.zeros((grid.size, grid.size)) for axis in range(2)]
        for row, y in enumerate(grid.places):
            for column, x in enumerate(grid.places):
                gradient = point_gradient(self.f, numpy.array([x, y]))
                slopes[0][row, column] = -gradient[0]
                slopes[1][row, column] = -gradient[1]
        return slopes


OPPONENTS = {"numpy-full": NumpyFull, "numpy-open": NumpyOpen, "numexpr": Numexpr,
             "seed": SeedLoop}


class Server:
    """Keeps what requests have in common."""

    def __init__(self):
        self.functions = {}
        self.opponents = {}
        self.grid = None
        self.grid_key = None

    def opponent(self, kind, name):
        """The opponent for a function, or None when what it needs is not installed."""
        if numpy is None or (kind == "numexpr" and numexpr is None):
            return None
        if (kind, name) not in self.opponents:
            self.opponents[kind, name] = OPPONENTS[kind](self.functions[name][1])
        return self.opponents[kind, name]

    def grid_for(self, name, size):
        """The places of a function; only the last ones asked for are kept."""
        half = self.functions[name][0]
        if self.grid_key != (half, size):
            self.grid = None
            self.grid = Grid(half, size)
            self.grid_key = (half, size)
        return self.grid

    def seconds(self, kind, name, size, jobs):
        """Mean seconds of a run. The seed's loop is timed on a small grid and scaled by points."""
        scale = 1
        if kind == "seed":
            scale = (size / SEED_SIZE) ** 2
            grid = Grid(self.functions[name][0], SEED_SIZE)
        else:
            grid = self.grid_for(name, size)
        opponent = self.opponent(kind, name)
        runs = 0
        begin = time.perf_counter()
        while time.perf_counter() - begin < LEAST_SECONDS:
            opponent.slopes(grid, jobs)
            runs += 1
        return (time.perf_counter() - begin) / runs * scale

    def answer(self, words):
        """The answer to a request as bytes."""
        if words[0] == "function":
            self.functions[words[1]] = (float(words[2]), " ".join(words[3:]))
            return b""
        kind, name, size = words[1], words[2], int(words[3])
        if self.opponent(kind, name) is None:
            return b"missing\n"
        if words[0] == "time":
            return ("%r\n" % self.seconds(kind, name, size, int(words[4]))).encode()
        slopes = self.opponent(kind, name).slopes(self.grid_for(name, size), 1)
        return b"values\n" + b"".join(numpy.ascontiguousarray(s).tobytes() for s in slopes)


def serve():
    server = Server()
    for line in sys.stdin:
        sys.stdout.buffer.write(server.answer(line.split()))
        sys.stdout.buffer.flush()


def picture():
    """As the seed's script; returns the exit status."""
    places = numpy.arange(-2, 2.5, 0.25)
    points = numpy.array(numpy.meshgrid(places, places)).reshape(2, -1).T
    slopes = numpy.array([point_gradient(lambda p: numpy.sum(p ** 2), p.copy()) for p in points])
    try:
        import matplotlib
    except ImportError:
        return 3
    matplotlib.use("Agg")
    from matplotlib import pyplot
    pyplot.figure()
    pyplot.quiver(points[:, 0], points[:, 1], -slopes[:, 0], -slopes[:, 1], angles="xy")
    pyplot.xlim([-2, 2])
    pyplot.ylim([-2, 2])
    pyplot.grid()
    pyplot.savefig(sys.stdout.buffer, format="png")
    return 0


if __name__ == "__main__":
    if sys.argv[1:] == ["picture"]:
        sys.exit(picture() if numpy is not None else 4)
    serve()
