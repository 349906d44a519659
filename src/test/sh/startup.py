"""Measures what startup.sh has prepared: HOME of the application, WORK with bare.txt and settings.yaml."""
import mmap
import os
import statistics
import struct
import subprocess
import sys
import time

home, work = sys.argv[1:]
java = f"{home}/lib/runtime/bin/java"
terminal, window = f"{home}/bin/spotdock-cli", f"{home}/bin/Spotdock"
bare = open(f"{work}/bare.txt").read().splitlines()
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def run(command):
    begun = time.monotonic()
    subprocess.run(command, check=True, **QUIET)
    return time.monotonic() - begun


def search():
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Spotdock$"], capture_output=True, text=True).stdout.split()


def geometry(window):
    said = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window], capture_output=True, text=True).stdout
    values = dict(line.split("=") for line in said.split())
    return [int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")]


class Screen:
    """The pixels of the display, as the server draws them."""

    def __init__(self):
        # The pointer is drawn too, in the middle at first.
        subprocess.run(["xdotool", "mousemove", "0", "0"], check=True)
        with open(os.environ["DISPLAY_FRAMES"], "rb") as frames:
            self.bytes = mmap.mmap(frames.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack(">25I", self.bytes[:100])
        self.line, self.first = header[12], header[0] + 12 * header[19]

    def drawn(self, x, y, width, height):
        """Whether words stand right of where the wizard has its steps: nothing else there has edges in many greys."""
        left, right = x + 260, x + width - 30
        for row in range(y + 20, y + height - 20, 3):
            at = self.first + row * self.line
            if len(set(memoryview(self.bytes[at + 4 * left : at + 4 * right]).cast("I"))) > 4:
                return True
        return False


def started(command, then=None):
    """How long it takes until a window of that name is on the display, and until there is something in it."""
    begun = time.monotonic()
    process = subprocess.Popen(command, **QUIET)
    while not (found := search()):
        time.sleep(0.005)
    shown = time.monotonic() - begun
    place = geometry(found[0])
    while not screen.drawn(*place):
        time.sleep(0.002)
    drawn = time.monotonic() - begun
    if then:
        then(process.pid)
    process.terminate()
    process.wait()
    return shown, drawn


def resident(pid):
    time.sleep(20)
    with open(f"/proc/{pid}/smaps_rollup") as rollup:
        kb = {line.split(":")[0]: int(line.split()[1]) for line in rollup if line.endswith("kB\n")}
    print(f"{'idle window, resident':28} {kb['Rss'] / 1024:8.0f} MB   (private {sum(v for k, v in kb.items() if k.startswith('Private_')) / 1024:.0f} MB, goal 200)")


def tell(what, pairs, goal=""):
    """Pairs of a base and what is compared with it, each pair measured one after the other."""
    low, high = (statistics.median(side) * 1000 for side in zip(*pairs))
    ratio = statistics.median(high / low for low, high in pairs)
    print(f"{what:28} {high:8.0f} ms   base {low:5.0f} ms   ratio {ratio:.2f}{goal}", flush=True)


print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
pairs = [(run([java, "-version"]), run([terminal, "--version"])) for _ in range(22)][1:]
tell("--version / java -version", pairs, " (goal 2)")
policy = [terminal, "policy", "-s", f"{work}/settings.yaml"]
print(f"{'policy, end to end':28} {statistics.median(run(policy) for _ in range(11)) * 1000:8.0f} ms", flush=True)
screen = Screen()
pairs = [(started(bare), started([window])) for _ in range(12)][1:]
tell("window shown / bare window", [(low[0], high[0]) for low, high in pairs], " (goal 1.3)")
tell("first pane drawn / its label", [(low[1], high[1]) for low, high in pairs])
started([window], resident)
