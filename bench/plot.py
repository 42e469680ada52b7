#!/usr/bin/env python3
"""Draws how much of the processors a call needs as the activities grow: bench/plot.py PLOT.svg RESULTS.csv...

The rows are what bin/bench writes with out=FILE. Dotted: the program on the bare driver.
"""

import csv
import math
import sys

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 800, 420, 60, 270, 40, 45
COLOURS = ["#0969da", "#1a7f37", "#cf222e", "#8250df", "#bc4c00", "#57606a", "#bf3989", "#0a7ea4", "#7d4e00"]
PLOTTED = [
    "my week, 1 channels",
    "my week, 10 channels",
    "my week, 40 channels",
    "search: week, subject",
    "search: month, words",
    "search: counts of a week",
    "search: counts of a month",
    "search: counts of a month, first asked",
    "sync of 500, unchanged",
    "sync of 500, new",
]


def read(files, column):
    found = {}
    for file in files:
        with open(file, encoding="utf-8") as rows:
            for row in csv.DictReader(rows):
                found.setdefault(row["path"], []).append((int(row["activities"]), float(row[column])))
    return {path: sorted(found[path]) for path in PLOTTED if path in found}


def draw(series, bare):
    sizes = sorted({size for points in series.values() for size, _ in points})
    times = [time for all_points in (series, bare) for points in all_points.values() for _, time in points]
    least, most = 10 ** math.floor(math.log10(min(times))), 10 ** math.ceil(math.log10(max(times)))

    def x(size):
        span = math.log10(sizes[-1] / sizes[0]) or 1
        return LEFT + (WIDTH - LEFT - RIGHT) * math.log10(size / sizes[0]) / span

    def y(time):
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - math.log10(time / least) / math.log10(most / least))

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="22" font-size="14">Processor time of a call in ms, backend and mongod together, by activities; dotted: bare driver</text>',
    ]
    time = least
    while time <= most:
        out.append(f'<path d="M{LEFT} {y(time):.1f}H{WIDTH - RIGHT}" stroke="#d0d7de"/>')
        out.append(f'<text x="{LEFT - 8}" y="{y(time) + 4:.1f}" text-anchor="end">{time:,g}</text>')
        time *= 10
    for size in sizes:
        out.append(f'<path d="M{x(size):.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#d0d7de"/>')
        out.append(f'<text x="{x(size):.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{size:,}</text>')
    if least < 100 < most:
        out.append(f'<path d="M{LEFT} {y(100):.1f}H{WIDTH - RIGHT}" stroke="#cf222e" stroke-dasharray="4 4"/>')
    # names at the right end, moved apart where their lines meet
    ends = sorted(series, key=lambda path: series[path][-1][1], reverse=True)
    free = TOP
    for index, path in enumerate(ends):
        colour = COLOURS[PLOTTED.index(path) % len(COLOURS)]
        points = series[path]
        line = " ".join(f"{x(size):.1f},{y(time):.1f}" for size, time in points)
        out.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        dots = " ".join(f"{x(size):.1f},{y(time):.1f}" for size, time in bare[path])
        out.append(f'<polyline points="{dots}" fill="none" stroke="{colour}" stroke-dasharray="2 4"/>')
        for size, time in points:
            out.append(f'<circle cx="{x(size):.1f}" cy="{y(time):.1f}" r="3" fill="{colour}"/>')
        at = max(free, y(points[-1][1]))
        free = at + 15
        label = path.removeprefix("search: ").replace("1 channels", "1 channel")
        out.append(f'<text x="{WIDTH - RIGHT + 12}" y="{at + 4:.1f}" fill="{colour}">{label} {points[-1][1]:.3g}</text>')
    out.append("</svg>")
    return "\n".join(out) + "\n"


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    with open(sys.argv[1], "w", encoding="utf-8") as plot:
        plot.write(draw(read(sys.argv[2:], "cpu_ms"), read(sys.argv[2:], "bare_cpu_ms")))
