#!/usr/bin/env python3
"""Walks downhill by the textbook formulas of src/grad/optimizers.def, in 60 digits.

Prints tests/grad/optimizer_walks.def: WALK(optimizer, function, step, x0, x1) for every tenth
step. Written from the papers, not from the C; needs nothing but Python 3:

    python3 tests/grad/optimizer_walks.py >tests/grad/optimizer_walks.def
"""
from decimal import Decimal as D, getcontext

getcontext().prec = 60
STEPS = 100


def bowl(x):
    return x[0]**2 + x[1]**2, [2 * x[0], 2 * x[1]], [[D(2), D(0)], [D(0), D(2)]]


def himmelblau(x):
    p = x[0]**2 + x[1] - 11
    q = x[0] + x[1]**2 - 7
    return (p * p + q * q,
            [4 * x[0] * p + 2 * q, 2 * p + 4 * x[1] * q],
            [[4 * p + 8 * x[0]**2 + 2, 4 * x[0] + 4 * x[1]],
             [4 * x[0] + 4 * x[1], 4 * q + 8 * x[1]**2 + 2]])


def rosenbrock(x):
    p = x[1] - x[0]**2
    return (100 * p * p + (1 - x[0])**2,
            [-400 * x[0] * p - 2 * (1 - x[0]), 200 * p],
            [[1200 * x[0]**2 - 400 * x[1] + 2, -400 * x[0]], [-400 * x[0], D(200)]])


# function, start, learning rate of each optimizer
FUNCTIONS = [
    (bowl, ("-3", "4"), dict(plain="0.1", momentum="0.1", nesterov="0.1", adagrad="0.5",
                             rmsprop="0.05", adam="0.1", flow="0.01", newton="1")),
    (himmelblau, ("1", "1"), dict(plain="0.01", momentum="0.005", nesterov="0.005", adagrad="0.5",
                                  rmsprop="0.05", adam="0.1", flow="0.01", newton="1")),
    (rosenbrock, ("-1.25", "1"), dict(plain="0.001", momentum="0.0005", nesterov="0.0005",
                                      adagrad="0.25", rmsprop="0.01", adam="0.05", flow="0.001",
                                      newton="1")),
]


def double(text):
    """The double that C reads, exactly."""
    return D(float(text))


def plain(f, x, lr, state):
    return [a - lr * g for a, g in zip(x, f(x)[1])]


def momentum(f, x, lr, state):
    v = state.setdefault("v", [D(0)] * 2)
    state["v"] = [double("0.9") * b - lr * g for b, g in zip(v, f(x)[1])]
    return [a + b for a, b in zip(x, state["v"])]


def nesterov(f, x, lr, state):
    mu = double("0.9")
    v = state.setdefault("v", [D(0)] * 2)
    ahead = [a + mu * b for a, b in zip(x, v)]
    state["v"] = [mu * b - lr * g for b, g in zip(v, f(ahead)[1])]
    return [a + b for a, b in zip(x, state["v"])]


def adagrad(f, x, lr, state):
    g = f(x)[1]
    s = state.setdefault("s", [D(0)] * 2)
    state["s"] = [b + c * c for b, c in zip(s, g)]
    return [a - lr * c / (b.sqrt() + double("1e-7")) for a, b, c in zip(x, state["s"], g)]


def rmsprop(f, x, lr, state):
    g = f(x)[1]
    rho = double("0.99")
    s = state.setdefault("s", [D(0)] * 2)
    state["s"] = [rho * b + (1 - rho) * c * c for b, c in zip(s, g)]
    return [a - lr * c / (b.sqrt() + double("1e-7")) for a, b, c in zip(x, state["s"], g)]


def adam(f, x, lr, state):
    g = f(x)[1]
    b1, b2 = double("0.9"), double("0.999")
    t = state["t"] = state.get("t", 0) + 1
    m = state["m"] = [b1 * b + (1 - b1) * c for b, c in zip(state.get("m", [D(0)] * 2), g)]
    s = state["s"] = [b2 * b + (1 - b2) * c * c for b, c in zip(state.get("s", [D(0)] * 2), g)]
    return [a - lr * (b / (1 - b1**t)) / ((c / (1 - b2**t)).sqrt() + double("1e-8"))
            for a, b, c in zip(x, m, s)]


# Dormand and Prince (1980), table 2, and the fourth order weights beside the fifth.
A = [[], [(1, 5)], [(3, 40), (9, 40)], [(44, 45), (-56, 15), (32, 9)],
     [(19372, 6561), (-25360, 2187), (64448, 6561), (-212, 729)],
     [(9017, 3168), (-355, 33), (46732, 5247), (49, 176), (-5103, 18656)]]
B5 = [(35, 384), (0, 1), (500, 1113), (125, 192), (-2187, 6784), (11, 84), (0, 1)]
B4 = [(5179, 57600), (0, 1), (7571, 16695), (393, 640), (-92097, 339200), (187, 2100), (1, 40)]


def mix(rows, slopes, k):
    return sum((D(a) / D(b) * s[k] for (a, b), s in zip(rows, slopes)), D(0))


def flow(f, x, lr, state):
    h = state.setdefault("h", lr)
    while True:
        slopes = []
        for row in A:
            at = [x[k] + h * mix(row, slopes, k) for k in range(2)]
            slopes.append([-g for g in f(at)[1]])
        new = [x[k] + h * mix(B5, slopes, k) for k in range(2)]
        slopes.append([-g for g in f(new)[1]])
        other = [x[k] + h * mix(B4, slopes, k) for k in range(2)]
        distance = sum((a - b)**2 for a, b in zip(new, other)).sqrt()
        length = sum((a - b)**2 for a, b in zip(new, x)).sqrt()
        error = distance / (D("1e-4") * length)
        growth = D("0.9") * (error if error > D("1e-50") else D("1e-50"))**D("-0.2")
        growth = min(D(4), max(D("0.125"), growth))
        power = D("0.125")
        while power * 2 <= growth:
            power *= 2
        state["h"] = h * power
        if error <= 1:
            return new
        h = state["h"]


def newton(f, x, lr, state):
    """Pure steps where the Hessian is positive definite; else shifted as algorithm 3.3 says."""
    value, g, hessian = f(x)
    norm = sum(a * a for row in hessian for a in row).sqrt()
    step = D("1e-3") * norm
    least = min(hessian[0][0], hessian[1][1])
    shift = D(0) if least > 0 else step - least
    while True:
        a, b, d = hessian[0][0] + shift, hessian[0][1], hessian[1][1] + shift
        if a > 0 and a * d - b * b > 0:
            break
        shift = max(2 * shift, step)
    det = a * d - b * b
    p = [-(d * g[0] - b * g[1]) / det, -(a * g[1] - b * g[0]) / det]
    slope = sum(q * r for q, r in zip(p, g))
    t = lr
    while f([c + t * q for c, q in zip(x, p)])[0] > value + D("1e-4") * t * slope:
        t /= 2
    return [c + t * q for c, q in zip(x, p)]


RULES = [plain, momentum, nesterov, adagrad, rmsprop, adam, flow, newton]


def main():
    print("/* Made by optimizer_walks.py: WALK(optimizer, function, step, x0, x1). */")
    for f, start, rates in FUNCTIONS:
        for rule in RULES:
            x = [D(a) for a in start]
            lr = double(rates[rule.__name__])
            state = {}
            print(f'START({rule.__name__}, {f.__name__}, {start[0]}, {start[1]}, '
                  f'{rates[rule.__name__]})')
            for step in range(1, STEPS + 1):
                x = rule(f, x, lr, state)
                if step % 10 == 0 or step == 1:
                    print(f'WALK({rule.__name__}, {f.__name__}, {step}, '
                          f'{float(x[0])!r}, {float(x[1])!r})')


main()
