"""Many clients in one call: on all cores or on a cluster, each whole, none in another's way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from click.testing import Result
from msgspec.structs import replace

import leapdeck
from leapdeck.building import Job
from leapdeck.cli.orders import Manner, Order, fulfil
from leapdeck.cli.running import run as run_orders

Run = Callable[..., Result]
MANY = 8


@pytest.fixture
def clients(here: Path) -> list[str]:
    """Clients of the talk, by their ids."""
    folder = here / "outlines" / "clients"
    folder.mkdir()
    ids = [f"client-{number}" for number in range(MANY)]
    for number, id in enumerate(ids):
        (folder / f"{id}.yaml").write_text(f"leapdeck: 1\nclient: {{name: Firm {number} of many}}\nworkshops: {{talk: {{}}}}\n")
    return ids


def command(*arguments: str) -> list[str]:
    """A build in a process of its own."""
    return [sys.executable, "-m", "leapdeck", "build", "talk", "--all-clients", "--only", "deck,handout", *arguments]


def environment() -> dict[str, str]:
    """Finds these sources first."""
    return {**os.environ, "PYTHONPATH": str(Path(leapdeck.__file__).parents[1])}


def finished(here: Path) -> list[Path]:
    """The files that stand in the folders of clients."""
    return sorted(path for path in (here / "dist").rglob("*.p*") if not path.name.startswith("."))


def opened(path: Path) -> None:
    """Fails where a file isn't whole."""
    if path.suffix == ".pdf":
        pikepdf.open(path).close()
    else:
        assert zipfile.ZipFile(path).testzip() is None


def test_each_gets_the_same_however_many_are_built_at_once(run: Run, here: Path, clients: list[str]) -> None:
    """One after the other or on two cores: the same files with the same bytes, and one line that sums them up."""
    made = []
    for jobs in ("1", "2"):
        result = run("build", "talk", "--all-clients", "--only", "deck,handout", "--jobs", jobs, "-o", f"dist{jobs}")
        assert result.exit_code == 0, result.output
        assert f"{2 * len(clients)} files in {len(clients)} folders" in result.output
        made.append({path.relative_to(here / f"dist{jobs}"): path.read_bytes() for path in (here / f"dist{jobs}").rglob("*.p*")})
    assert len(made[0]) == 2 * len(clients)
    assert made[0] == made[1]


def test_one_clients_error_stops_no_other(run: Run, here: Path, clients: list[str]) -> None:
    """The others are built, the exit status tells, and so does the last line."""
    path = here / "outlines" / "clients" / f"{clients[3]}.yaml"
    path.write_text(path.read_text().replace("talk: {}", "talk: {changes: [{drop: nothing-of-that-name}]}"))
    result = run("build", "talk", "--all-clients", "--only", "deck")
    assert result.exit_code == 1
    assert f"not built: {clients[3]}" in result.output
    assert len(finished(here)) == MANY - 1


def test_a_clients_file_that_cannot_be_read_is_told(run: Run, here: Path, clients: list[str]) -> None:
    """Whether it names the workshop nobody can say, so it isn't left out without a word."""
    path = here / "outlines" / "clients" / f"{clients[3]}.yaml"
    path.write_text(f"{path.read_text()}  - [\n")
    result = run("build", "talk", "--all-clients", "--only", "deck")
    assert result.exit_code == 1
    assert f"not built: {clients[3]}" in result.output
    assert len(finished(here)) == MANY - 1


def test_one_clients_workshops_share_a_folder(run: Run, here: Path, clients: list[str]) -> None:
    """Two workshops for each client, written side by side into its folder, are both known as leapdeck's own afterwards."""
    (here / "outlines" / "other.yaml").write_text((here / "outlines" / "talk.yaml").read_text())
    for id in clients:
        path = here / "outlines" / "clients" / f"{id}.yaml"
        path.write_text(path.read_text().replace("{talk: {}}", "{talk: {}, other: {}}"))
    assert run("build", "talk", "other", "--all-clients", "--only", "deck").exit_code == 0
    for id in clients:
        listed = json.loads((here / "dist" / id / ".leapdeck.json").read_text())
        assert {f"{id}-talk-deck.pptx", f"{id}-other-deck.pptx"} <= set(listed)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="Windows builds one after the other")
def test_killed_in_mid_batch(run: Run, here: Path, clients: list[str]) -> None:
    """What is there is whole, no process goes on, and running again finishes the rest and leaves nothing half written."""
    building = subprocess.Popen(command("--jobs", "2"), cwd=here, env=environment(), start_new_session=True, stdout=subprocess.DEVNULL)
    while len(finished(here)) < 3:
        assert building.poll() is None
        time.sleep(0.005)
    os.kill(building.pid, signal.SIGKILL)  # the master alone: its children must end by themselves
    building.wait()
    while _alive(building.pid):
        time.sleep(0.01)
    for path in finished(here):
        opened(path)
    assert run("build", "talk", "--all-clients", "--only", "deck,handout").exit_code == 0
    assert len(finished(here)) == 2 * len(clients)
    assert not list((here / "dist").rglob("*.tmp"))


def _alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def _kill(built: Any) -> Any:
    if built.client == "client-2":
        os.kill(os.getpid(), signal.SIGKILL)
    return built


@pytest.mark.skipif(not hasattr(os, "fork") or os.cpu_count() == 1, reason="everything is done in one process here")
@pytest.mark.usefixtures("here")
def test_a_lost_process_costs_one_client(here: Path, clients: list[str]) -> None:
    """A process that is ended from outside, as where memory is short, is told of; all other clients are built."""
    manner = Manner(("deck",), "dist", workers=2, turned=_kill)
    client_files = [here / "outlines" / "clients" / f"{id}.yaml" for id in clients]
    outcomes = run_orders([Order(Job(here / "outlines" / "talk.yaml", path, kinds=("deck",)), manner) for path in client_files], 2)
    assert [[finding.code for finding in outcome.diagnostics if finding.code == "lost-process"] for outcome in outcomes] == [
        ["lost-process"] if id == "client-2" else [] for id in clients
    ]
    assert sum(len(outcome.files) for outcome in outcomes) == MANY - 1


def _stumble(built: Any) -> Any:
    if built.client in ("client-0", "client-2"):
        raise ZeroDivisionError("nothing to share")
    return built


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_of_leapdecks_own_costs_one_client(here: Path, clients: list[str], workers: int) -> None:
    """An error that nobody foresaw is told with its client's name and the way to see it whole; all other clients are built."""
    manner = Manner(("deck",), "dist", workers=workers, turned=_stumble)
    job = Job(here / "outlines" / "talk.yaml", kinds=("deck",))
    orders = [Order(replace(job, client=here / "outlines" / "clients" / f"{id}.yaml"), manner) for id in clients]
    outcomes = run_orders(orders, workers)
    told = [(number, finding) for number, outcome in enumerate(outcomes) for finding in outcome.diagnostics if finding.code == "fault"]
    assert [number for number, _ in told] == [0, 2]
    assert "the version for client-2 wasn't made" in told[1][1].message
    assert "ZeroDivisionError: nothing to share (test_batch.py, line " in told[1][1].message
    assert "--client client-2 --traceback" in told[1][1].hint
    assert sum(len(outcome.files) for outcome in outcomes) == MANY - 2


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_can_be_seen_whole(here: Path, clients: list[str], workers: int) -> None:
    """Where a traceback is asked for, the error itself comes out."""
    manner = Manner(("deck",), "dist", workers=workers, turned=_stumble, traceback=True)
    job = Job(here / "outlines" / "talk.yaml", kinds=("deck",))
    with pytest.raises(ZeroDivisionError):
        run_orders([Order(replace(job, client=here / "outlines" / "clients" / f"{id}.yaml"), manner) for id in clients[1:4]], workers)


def test_an_outcome_holds_no_files_bytes(here: Path) -> None:
    """What a process hands back is small, however large its files are."""
    import pickle

    outcome = fulfil(
        Order(Job(here / "outlines" / "talk.yaml", kinds=("deck", "handout")), Manner(("deck", "handout"), str(here / "dist")))
    )
    assert len(outcome.files) == 2
    assert len(pickle.dumps(outcome)) < 2_000


@pytest.fixture
def scheduler() -> Iterator[str]:
    """The address of a cluster on this computer, of two processes in a folder of their own."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address=":0") as cluster:
        yield cluster.scheduler_address


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_a_cluster_builds_the_same(run: Run, here: Path, clients: list[str], scheduler: str) -> None:
    """The same orders on a Dask cluster give the same bytes in the same folders, and the same findings."""
    path = here / "outlines" / "clients" / f"{clients[3]}.yaml"
    path.write_text(path.read_text().replace("talk: {}", "talk: {changes: [{drop: nothing-of-that-name}]}"))
    results = [
        run("build", "talk", "--all-clients", "--only", "deck,handout", *extra)
        for extra in (["-o", "near"], ["-o", "afar", "--scheduler", scheduler])
    ]
    assert [result.exit_code for result in results] == [1, 1]
    made = [{path.relative_to(here / out): path.read_bytes() for path in (here / out).rglob("*.p*")} for out in ("near", "afar")]
    assert len(made[0]) == 2 * (MANY - 1)
    assert made[0] == made[1]
    assert results[0].output.replace("near", "afar") == results[1].output


@pytest.mark.slow
@pytest.mark.usefixtures("clients")
def test_no_scheduler_is_told(run: Run) -> None:
    """An address where nobody answers is a finding, with what to write."""
    pytest.importorskip("distributed")
    result = run("build", "talk", "--all-clients", "--scheduler", "nonsense://x")
    assert result.exit_code == 1
    assert "no scheduler answers at nonsense://x" in result.output


@pytest.mark.usefixtures("clients")
def test_without_the_extra_the_way_to_it_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where `distributed` isn't installed the message says how it is."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = run("build", "talk", "--all-clients", "--scheduler", "tcp://127.0.0.1:1")
    assert result.exit_code == 1
    assert "pip install 'leapdeck[cluster]'" in result.output
