"""Files are written whole or not at all, and never over what a person made of them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

import leapdeck
from leapdeck.diagnostics import LeapdeckError
from leapdeck.writing import MANIFEST, Origin, Written, deliver, retire, write_whole

NAME = "talk-deck.pptx"


def only(folder: Path, data: bytes, *, force: bool = False) -> Written:
    """One file, delivered."""
    (written,) = deliver(folder, {NAME: data}, force=force)
    return written


def codes(written: Written) -> list[str]:
    """What there was to say about a file."""
    return [finding.code for finding in written.findings]


def names(folder: Path) -> set[str]:
    """What stands in a folder."""
    return {path.name for path in folder.iterdir()}


def run(code: str, *arguments: str) -> int:
    """The exit status of a Python program of its own."""
    environment = {**os.environ, "PYTHONPATH": str(Path(leapdeck.__file__).parents[1])}
    return subprocess.run([sys.executable, "-c", code, *arguments], check=False, env=environment).returncode


def test_a_file_is_replaced(tmp_path: Path) -> None:
    """The new bytes stand under the name, and no temporary file is left."""
    path = tmp_path / NAME
    path.write_bytes(b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == {NAME}


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """Where the system takes only part of the bytes, the old file stays whole and nothing half is left."""
    path = tmp_path / NAME
    path.write_bytes(b"old")
    code = """
import resource, sys
from pathlib import Path
from leapdeck.diagnostics import LeapdeckError
from leapdeck.writing import write_whole
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(Path(sys.argv[1]), bytes(5000))
except LeapdeckError as error:
    sys.exit(7 if error.diagnostics[0].code == "unwritable" else 8)
"""
    pytest.importorskip("resource", reason="limits are set with a module that Windows lacks")
    assert run(code, str(path)) == 7
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == {NAME}


def test_a_killed_process_leaves_the_old_file(tmp_path: Path) -> None:
    """A process that ends while its bytes are being written has not touched the old file."""
    path = tmp_path / NAME
    path.write_bytes(b"old")
    code = """
import os, sys
from pathlib import Path
from leapdeck.writing import write_whole
os.fsync = lambda handle: os._exit(9)
write_whole(Path(sys.argv[1]), bytes(5000))
"""
    assert run(code, str(path)) == 9
    assert path.read_bytes() == b"old"


def test_a_process_killed_between_files_does_no_harm(tmp_path: Path) -> None:
    """What leapdeck wrote before it was killed is still known as its own, and so is what it hadn't come to yet."""
    deliver(tmp_path, {"a.pdf": b"1", "b.pdf": b"1"})
    code = """
import os, sys
from pathlib import Path
from leapdeck import writing
replace = Path.replace
Path.replace = lambda self, to: os._exit(9) if to.name == "b.pdf" else replace(self, to)
writing.deliver(Path(sys.argv[1]), {"a.pdf": b"2", "b.pdf": b"2"})
"""
    assert run(code, str(tmp_path)) == 9
    assert ((tmp_path / "a.pdf").read_bytes(), (tmp_path / "b.pdf").read_bytes()) == (b"2", b"1")
    assert all(not written.findings for written in deliver(tmp_path, {"a.pdf": b"3", "b.pdf": b"3"}))


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A file in the place of the folder, or of one above it, is told as a finding with its own path."""
    (tmp_path / "dist").write_text("mine")
    for folder in (tmp_path / "dist", tmp_path / "dist" / "talk"):
        assert refused(folder) == ("unwritable", str(tmp_path / "dist"), "is a file, and a folder is needed in its place")


@pytest.mark.skipif(os.name == "nt", reason="links take a privilege there")
def test_a_link_that_leads_nowhere_is_no_folder(tmp_path: Path) -> None:
    """It is named, and not the folder that was to be made below it."""
    (tmp_path / "dist").symlink_to(tmp_path / "gone")
    for folder in (tmp_path / "dist", tmp_path / "dist" / "talk"):
        words = "is a link to something that isn't there, and a folder is needed in its place"
        assert refused(folder) == ("unwritable", str(tmp_path / "dist"), words)


def refused(folder: Path) -> tuple[str, str, str]:
    """Why nothing can be delivered into a folder: the code, the place, and what is said of it."""
    with pytest.raises(LeapdeckError) as caught:
        deliver(folder, {NAME: b"new"})
    (finding,) = caught.value.diagnostics
    return finding.code, finding.position.file, finding.message.removeprefix(f"{finding.position.file} ")


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_in_a_files_place_is_kept(tmp_path: Path, force: bool) -> None:
    """It is told as what it is, and the file is written beside it; no force takes a folder away."""
    (tmp_path / NAME).mkdir()
    written = only(tmp_path, b"1", force=force)
    assert (codes(written), written.path) == (["folder-there"], tmp_path / "talk-deck.new.pptx")
    assert f"{NAME} is a folder" in written.findings[0].message


@pytest.mark.skipif(os.name == "nt", reason="links take a privilege there")
def test_a_link_that_leads_nowhere_is_kept(tmp_path: Path) -> None:
    """It isn't told as a change by hand; with force the file takes its place, and nothing is written where it points."""
    (tmp_path / NAME).symlink_to(tmp_path / "gone.pptx")
    assert codes(only(tmp_path, b"1")) == ["link-there"]
    assert only(tmp_path, b"1", force=True).path == tmp_path / NAME
    assert names(tmp_path) == {NAME, MANIFEST}


def test_a_file_marked_read_only_is_kept(tmp_path: Path) -> None:
    """Whoever marked it wants it so; it isn't told as open."""
    only(tmp_path, b"1")
    (tmp_path / NAME).chmod(0o444)
    written = only(tmp_path, b"2")
    assert (codes(written), written.path) == (["read-only"], tmp_path / "talk-deck.new.pptx")
    assert (tmp_path / NAME).read_bytes() == b"1"


def test_a_list_that_cannot_be_written(tmp_path: Path) -> None:
    """The folder is named, as nobody knows the list that stands in it."""
    (tmp_path / MANIFEST).mkdir()
    with pytest.raises(LeapdeckError) as caught:
        deliver(tmp_path, {NAME: b"new"})
    assert f"nothing can be written into {tmp_path}: " in caught.value.diagnostics[0].message


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    """A name that is too long for the system is reported, and the next file is written."""
    long = "x" * 300 + ".pdf"
    bad, good = deliver(tmp_path, {long: b"1", NAME: b"2"})
    assert (bad.path, codes(bad)) == (None, ["unwritable"])
    assert good.path == tmp_path / NAME
    assert (tmp_path / NAME).read_bytes() == b"2"


def test_building_again_overwrites_its_own(tmp_path: Path) -> None:
    """What leapdeck wrote and nobody touched is replaced without a word."""
    only(tmp_path, b"1")
    assert only(tmp_path, b"2") == Written(NAME, tmp_path / NAME, hashlib.sha256(b"2").hexdigest())
    assert (tmp_path / NAME).read_bytes() == b"2"
    assert names(tmp_path) == {NAME, MANIFEST}


def test_the_same_bytes_are_left_alone(tmp_path: Path) -> None:
    """A file that wouldn't change isn't written, so that its date tells when it last changed."""
    only(tmp_path, b"1")
    before = (tmp_path / NAME).stat()
    only(tmp_path, b"1")
    after = (tmp_path / NAME).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_changed_file_is_kept(tmp_path: Path) -> None:
    """A deck that was changed by hand stays, the new one stands beside it, and the warning names both."""
    only(tmp_path, b"1")
    (tmp_path / NAME).write_bytes(b"by hand")
    written = only(tmp_path, b"2")
    assert (tmp_path / NAME).read_bytes() == b"by hand"
    assert written.path == tmp_path / "talk-deck.new.pptx"
    assert written.path.read_bytes() == b"2"
    (finding,) = written.findings
    assert (finding.code, finding.severity) == ("changed-file", "warning")
    assert NAME in finding.message
    assert "talk-deck.new.pptx" in finding.message


def test_the_new_file_is_replaced_while_nobody_touches_it(tmp_path: Path) -> None:
    """Building on beside a changed file uses the same name, until that one is changed too."""
    (tmp_path / NAME).write_bytes(b"somebody's")
    assert [only(tmp_path, data).path for data in (b"1", b"2")] == [tmp_path / "talk-deck.new.pptx"] * 2
    (tmp_path / "talk-deck.new.pptx").write_bytes(b"by hand")
    assert only(tmp_path, b"3").path == tmp_path / "talk-deck.new-2.pptx"


def test_the_new_file_goes_when_the_usual_one_is_written_again(tmp_path: Path) -> None:
    """Once the lock is gone, one deck stands there, not three; a new one that is somebody's by now, or open, stays."""
    lock = tmp_path / f"~${NAME}"
    only(tmp_path, b"1")
    lock.touch()
    only(tmp_path, b"2")
    (tmp_path / "talk-deck.new.pptx").write_bytes(b"by hand")
    only(tmp_path, b"3")
    assert names(tmp_path) == {NAME, "talk-deck.new.pptx", "talk-deck.new-2.pptx", lock.name, MANIFEST}
    lock.unlink()
    assert not only(tmp_path, b"4").findings
    assert names(tmp_path) == {NAME, "talk-deck.new.pptx", MANIFEST}
    (tmp_path / "talk-deck.new.pptx").write_bytes(b"2")
    (tmp_path / "~$talk-deck.new.pptx").touch()
    only(tmp_path, b"5")
    assert (tmp_path / "talk-deck.new.pptx").read_bytes() == b"2"


def test_a_file_that_was_never_ours_is_kept(tmp_path: Path) -> None:
    """A file without an entry in the list belongs to somebody; so does every file beside a list that can't be read."""
    (tmp_path / NAME).write_bytes(b"somebody's")
    (tmp_path / MANIFEST).write_text("{broken")
    assert codes(only(tmp_path, b"1")) == ["changed-file"]
    assert (tmp_path / NAME).read_bytes() == b"somebody's"


@pytest.mark.parametrize("lock", [f"~${NAME}", f".~lock.{NAME}#"])
def test_an_open_file_is_kept(tmp_path: Path, lock: str) -> None:
    """While PowerPoint or LibreOffice has a deck open, the new one stands beside it."""
    only(tmp_path, b"1")
    (tmp_path / lock).touch()
    written = only(tmp_path, b"2")
    assert (codes(written), written.path) == (["open-file"], tmp_path / "talk-deck.new.pptx")
    assert (tmp_path / NAME).read_bytes() == b"1"


def test_force_overwrites(tmp_path: Path) -> None:
    """With force the new file takes the name, whatever is there, and is leapdeck's own from then on."""
    (tmp_path / NAME).write_bytes(b"somebody's")
    (tmp_path / f"~${NAME}").touch()
    assert not only(tmp_path, b"1", force=True).findings
    (tmp_path / f"~${NAME}").unlink()
    assert not only(tmp_path, b"2").findings
    assert (tmp_path / NAME).read_bytes() == b"2"


def test_a_folder_that_was_moved_alone_is_no_other_outlines(tmp_path: Path) -> None:
    """Who moves only the built files, and builds into them there, hears nothing of another outline."""
    origin = Origin((tmp_path / "talk.yaml",))
    deliver(tmp_path / "dist", {"talk.pdf": b"1"}, origin=origin)
    (tmp_path / "cloud" / "shared").mkdir(parents=True)
    moved = (tmp_path / "dist").rename(tmp_path / "cloud" / "shared" / "dist")
    assert [written.findings for written in deliver(moved, {"talk.pdf": b"2"}, origin=origin)] == [()]


def test_another_outline_of_the_same_name_is_told(tmp_path: Path) -> None:
    """Files that change hands between two outlines are overwritten with a warning each time; its own path is in no list."""
    first, second = Origin((tmp_path / "a" / "talk.yaml",)), Origin((tmp_path / "b" / "talk.yaml",))
    found = [codes(deliver(tmp_path / "dist", {NAME: b"1"}, origin=origin)[0]) for origin in (first, first, second, second, first)]
    assert found == [[], [], ["same-name"], [], ["same-name"]]
    assert str(tmp_path) not in (tmp_path / "dist" / MANIFEST).read_text()


def test_one_of_another_name_is_no_other(tmp_path: Path) -> None:
    """A client's workshops stand in one folder, and one that moved together with its outline is the same."""
    for name in ("talk", "other", "talk"):
        origin = Origin((tmp_path / "x" / f"{name}.yaml", tmp_path / "x" / "clients" / "acme.yaml"))
        assert not deliver(tmp_path / "x" / "dist", {f"{name}.pdf": b"1"}, origin=origin)[0].findings
    (tmp_path / "x").rename(tmp_path / "y")
    origin = Origin((tmp_path / "y" / "talk.yaml", tmp_path / "y" / "clients" / "acme.yaml"))
    assert not deliver(tmp_path / "y" / "dist", {"talk.pdf": b"2"}, origin=origin)[0].findings
    elsewhere = Origin((tmp_path / "y" / "talk.yaml", tmp_path / "y" / "acme.yaml"))
    assert codes(deliver(tmp_path / "y" / "dist", {"talk.pdf": b"2"}, origin=elsewhere)[0]) == ["same-name"]


def test_retiring_takes_only_its_own(tmp_path: Path) -> None:
    """Files of an earlier build go, but those that somebody changed and those that leapdeck never wrote stay."""
    deliver(tmp_path, {"1.png": b"1", "2.png": b"2", "3.png": b"3"})
    (tmp_path / "2.png").write_bytes(b"by hand")
    (tmp_path / "mine.png").write_bytes(b"mine")
    retire(tmp_path, frozenset({"1.png"}))
    assert names(tmp_path) == {"1.png", "2.png", "mine.png", MANIFEST}


@pytest.mark.parametrize("text", ["[" * 100_000, "{", "[]", '{"talk-deck.pptx": 1}', "\xff"])
def test_a_list_that_cannot_be_read_names_nothing(tmp_path: Path, text: str) -> None:
    """A spoilt list makes every file somebody's: the new one is written beside it."""
    (tmp_path / MANIFEST).write_text(text, "latin-1")
    (tmp_path / NAME).write_bytes(b"mine")
    assert codes(only(tmp_path, b"new")) == ["changed-file"]
    assert (tmp_path / NAME).read_bytes() == b"mine"
