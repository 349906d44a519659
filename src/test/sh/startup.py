"""Measures what startup.sh has prepared: HOME of the application, WORK with bare.txt and settings.yaml."""
import os
import statistics
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


def shown(command, then=None):
    """Until a window of that name is on the display."""
    begun = time.monotonic()
    process = subprocess.Popen(command, **QUIET)
    while subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Spotdock$"], **QUIET).returncode:
        time.sleep(0.005)
    took = time.monotonic() - begun
    if then:
        then(process.pid)
    process.terminate()
    process.wait()
    return took


def resident(pid):
    time.sleep(20)
    with open(f"/proc/{pid}/smaps_rollup") as rollup:
        kb = {line.split(":")[0]: int(line.split()[1]) for line in rollup if line.endswith("kB\n")}
    print(f"{'idle window, resident':28} {kb['Rss'] / 1024:8.0f} MB   (private {sum(v for k, v in kb.items() if k.startswith('Private_')) / 1024:.0f} MB, goal 200)")


def compare(what, times, ours, base, goal, measure):
    pairs = [(measure(base), measure(ours)) for _ in range(times + 1)][1:]
    low, high = (statistics.median(side) * 1000 for side in zip(*pairs))
    ratio = statistics.median(high / low for low, high in pairs)
    print(f"{what:28} {high:8.0f} ms   base {low:5.0f} ms   ratio {ratio:.2f} (goal {goal})", flush=True)


print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
compare("--version / java -version", 21, [terminal, "--version"], [java, "-version"], 2, run)
policy = [terminal, "policy", "-s", f"{work}/settings.yaml"]
print(f"{'policy, end to end':28} {statistics.median(run(policy) for _ in range(11)) * 1000:8.0f} ms", flush=True)
compare("window / bare window", 9, [window], bare, 1.3, shown)
shown([window], resident)
