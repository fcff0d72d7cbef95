"""Documents that are open."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdlib4d.files import packets
from stdlib4d.values import STAR, Time
from tests.unit.files.world import Variable, World, refused


def test_packets(world: World, tmp_path: Path) -> None:
    number = world.do(packets.create_document, "t.txt")
    assert (world.ok, world.document, number) == (1, str(tmp_path / "t.txt"), Time(1))
    world.do(packets.send_packet, number, "héllo;wörld;")
    world.do(packets.send_packet, number, b"\xff\0")
    assert world.do(packets.get_document_position, number) == 16
    refused(-43, lambda: world.do(packets.open_document, "t.txt"), "already")
    assert world.ok == 0
    other = world.do(packets.open_document, "t.txt", "TEXT", 2)
    assert (world.ok, other) == (1, Time(2))
    refused(-61, lambda: world.do(packets.send_packet, other, "x"))
    world.do(packets.close_document, number)
    refused(-51, lambda: world.do(packets.close_document, number), "1")
    text, blob = Variable(), Variable(b"")
    world.do(packets.receive_packet, other, text.pointer, 3)
    assert (world.ok, text.value) == (1, "hél")
    world.do(packets.receive_packet, other, text.pointer, ";")
    assert (text.value, world.do(packets.get_document_position, other)) == ("lo", 7)
    world.do(packets.receive_packet, other, blob.pointer, "ö")
    assert blob.value == b"w"
    world.do(packets.receive_packet, other, text.pointer, "none")
    assert (world.ok, text.value) == (1, "rld;\ufffd\0")
    world.do(packets.receive_packet, other, text.pointer, 5)
    assert (world.ok, text.value) == (0, "")


def test_packets_of_bytes(world: World, tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(bytes(range(256)) * 1000)
    number = world.do(packets.open_document, "b", 2)
    blob, text = Variable(b""), Variable()
    world.do(packets.receive_packet, number, blob.pointer, 200_000)
    assert len(blob.value) == 200_000
    world.do(packets.set_document_position, number, 128)
    # Nothing of what is no text gets lost or counted twice.
    world.do(packets.receive_packet, number, text.pointer, 64)
    assert world.do(packets.get_document_position, number) == 192
    world.do(packets.set_document_position, number, -2, 2)
    world.do(packets.receive_packet, number, blob.pointer, 10)
    assert blob.value == b"\xfe\xff"
    world.do(packets.set_document_position, number, -1, 3)
    assert world.do(packets.get_document_position, number) == 255_999
    for place in ((-1,), (256_001,), (1, 2)):
        refused(59, lambda place=place: world.do(packets.set_document_position, number, *place))  # type: ignore[misc]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_packets_behind_a_mark(world: World, tmp_path: Path, codec: str) -> None:
    (tmp_path / "t").write_bytes("aé;b".encode(codec))
    number = world.do(packets.open_document, "t", 2)
    text = Variable()
    world.do(packets.receive_packet, number, text.pointer, ";")
    assert text.value == "aé"
    world.do(packets.receive_packet, number, text.pointer, 9)
    assert text.value == "b"


def test_appending_and_sizes(world: World, tmp_path: Path) -> None:
    (tmp_path / "t").write_text("one")
    number = world.do(packets.append_document, "t")
    world.do(packets.send_packet, number, " two")
    assert world.do(packets.get_document_size, number) == 7
    world.do(packets.set_document_size, number, 5)
    assert world.do(packets.get_document_size, "t") == 5
    assert world.do(packets.get_document_size, "t", STAR) == 0
    world.do(packets.close_document, number)
    assert (tmp_path / "t").read_text() == "one t"
    refused(-43, lambda: world.do(packets.get_document_size, "none"))
    refused(-43, lambda: world.do(packets.open_document, "none"))
    assert world.ok == 0
    # Only its path is wanted.
    assert world.do(packets.open_document, "t", 3) == Time(0)
    assert (world.ok, world.document) == (1, str(tmp_path / "t"))
    refused(59, lambda: world.do(packets.open_document, "t", 9))


def test_documents_close_with_the_host(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.do(packets.create_document, "t")
    world.host.close()
    assert world.host.files.open_documents == {}
