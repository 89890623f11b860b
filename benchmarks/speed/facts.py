"""Whether the contenders say the same: who was asked about what, rated how, said by whom."""

import json
from typing import Any

from benchmarks.speed.asked import COMPARED
from benchmarks.speed.servers import Server

Fact = tuple[str, str, tuple[str, ...]]


def compare(servers: list[tuple[Server, list[str]]], *, desk: bool = False) -> None:
    """Ask each for its first few addresses; exits naming the first two that answer otherwise."""
    (first, ours), *others = servers
    for number in range(min(COMPARED, *(len(addresses) for _, addresses in servers))):
        expected = facts(first.get(ours[number], desk=desk))
        for server, addresses in others:
            said = facts(server.get(addresses[number], desk=desk))
            if said != expected:
                raise SystemExit(
                    f"{first.name} and {server.name} differ:\n  {ours[number]}\n    {expected[:2]}"
                    f"\n  {addresses[number]}\n    {said[:2]}"
                )


def facts(body: bytes) -> list[Fact]:
    """What an answer says of each check, whoever wrote it."""
    said: Any = json.loads(body)
    rows = said.get("results", [said])
    return [_fact(row) for row in rows]


def _fact(row: dict[str, Any]) -> Fact:
    if "verification_status" in row:
        # A row of the desk's, or of its peer.
        name, status, stands = _id(row), row["verification_status"], row["attributions"]
    elif "verdict" in row:
        name, status, stands = row["id"], row["verdict"]["rating"]["slug"], row["attributions"]
    else:
        # A peer's verdict.
        claim = row["claim"]
        name, status, stands = _id(claim), row["rating"]["slug"], claim["attributions"]
    return name, status, tuple(_id(each["source"]) for each in stands)


def _id(row: dict[str, Any]) -> str:
    return str(row.get("id") or row["public_id"])
