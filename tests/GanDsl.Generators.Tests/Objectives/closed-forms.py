# Writes closed-forms.csv: what every objective's losses are and where they lead, with mpmath at 150 digits, printed to 40.
# The forms are those of the papers (logarithms of sigmoids, f, f' and f* in u), not those that the generator stores; derivatives are mpmath's.
# Where the stable forms leave e^x for its tangent, at x = 15, so do these.
from mpmath import mp, mpf, exp, log, sqrt, tanh, diff, nstr

mp.dps = 150
half = mpf(1) / 2
c = mpf(15)

def g(x):
    return exp(x) if x <= c else exp(c) * (1 + x - c)

def dg(x):
    return exp(x) if x <= c else exp(c)

def sig(x): return 1 / (1 + exp(-x))
def lsig(x): return -log(1 + exp(-x))
def relu(x): return x if x > 0 else mpf(0)
def step(x): return mpf(1) if x > 0 else mpf(0)

def smooth(v):
    return lambda l: diff(v, l)

L = {}
def add(name, real, fake, generator, *slopes):
    L[name] = list(zip((real, fake, generator), slopes or map(smooth, (real, fake, generator))))

add("Minimax", lambda l: -lsig(l), lambda l: -lsig(-l), lambda l: lsig(-l))
add("NonSaturating", lambda l: -lsig(l), lambda l: -lsig(-l), lambda l: -lsig(l))
s = mpf("0.1")
add("NonSaturating 0.1", lambda l: -(1 - s) * lsig(l) - s * lsig(-l), lambda l: -lsig(-l), lambda l: -lsig(l))
add("LeastSquares", lambda l: half * (l - 1) ** 2, lambda l: half * l ** 2, lambda l: half * (l - 1) ** 2)
a, b, k = mpf(-1), mpf(1), mpf("0.25")
add("LeastSquares -1 1 0.25", lambda l: half * (l - b) ** 2, lambda l: half * (l - a) ** 2, lambda l: half * (l - k) ** 2)
add("Hinge", lambda l: relu(1 - l), lambda l: relu(1 + l), lambda l: -l, lambda l: -step(1 - l), lambda l: step(1 + l), lambda l: mpf(-1))
add("Wasserstein", lambda l: -l, lambda l: l, lambda l: -l)
add("Relativistic", lambda l: -lsig(l), lambda l: mpf(0), lambda l: -lsig(l))
add("RelativisticAverage", lambda l: -lsig(l), lambda l: -lsig(-l), lambda l: -lsig(l))

# a and b by l, their slopes by hand where the tangent stands in: d/dl g(kl) = k dg(kl).
F = {
    "KL": (lambda l: l + 1, lambda l: g(l), lambda l: mpf(1), lambda l: dg(l)),
    "ReverseKL": (lambda l: -g(-l), lambda l: l - 1, lambda l: dg(-l), lambda l: mpf(1)),
    "Jeffreys": (lambda l: l + 1 - g(-l), lambda l: g(l) - 1 + l, lambda l: 1 + dg(-l), lambda l: dg(l) + 1),
    "PearsonChi2": (lambda l: 2 * (g(l) - 1), lambda l: g(2 * l) - 1, lambda l: 2 * dg(l), lambda l: 2 * dg(2 * l)),
    "NeymanChi2": (lambda l: 1 - g(-2 * l), lambda l: 2 - 2 * g(-l), lambda l: 2 * dg(-2 * l), lambda l: 2 * dg(-l)),
    "SquaredHellinger": (lambda l: 1 - g(-l / 2), lambda l: g(l / 2) - 1, lambda l: dg(-l / 2) / 2, lambda l: dg(l / 2) / 2),
    "JensenShannon": (lambda l: log(2 * sig(l)), lambda l: -log(2 * sig(-l)), lambda l: sig(-l), lambda l: sig(l)),
    "Gan": (lambda l: log(sig(l)), lambda l: -log(sig(-l)), lambda l: sig(-l), lambda l: sig(l)),
    "LeCam": (lambda l: 1 - 4 * sig(-l) ** 2, lambda l: 4 * sig(l) ** 2 - 1, lambda l: 8 * sig(-l) ** 2 * sig(l), lambda l: 8 * sig(l) ** 2 * sig(-l)),
    "TotalVariation": (lambda l: tanh(l) / 2, lambda l: tanh(l) / 2, lambda l: 2 * sig(2 * l) * sig(-2 * l), lambda l: 2 * sig(2 * l) * sig(-2 * l)),
}
neg = lambda f: (lambda l: -f(l))
for name, (fa, fb, da, db) in F.items():
    add(name, neg(fa), fb, neg(fa), neg(da), db, neg(da))
    add(name + " saturating", neg(fa), fb, neg(fb), neg(da), db, neg(db))

points = ["0", "0.001", "0.3", "0.75", "2", "5", "7.25", "10", "14.75", "15.5", "20.5", "31", "40", "60.25", "80"]
with open("closed-forms.csv", "w") as out:
    out.write("objective,logit,real,fake,generator,slope_real,slope_fake,slope_generator\n")
    for name, losses in L.items():
        for p in points:
            for sign in ("", "-") if p != "0" else ("",):
                l = mpf(sign + p)
                values = [v(l) for v, _ in losses] + [d(l) for _, d in losses]
                out.write(name + "," + sign + p + "," + ",".join(nstr(x, 40) for x in values) + "\n")
