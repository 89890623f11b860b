"""The W3C's own samples of annotations, where they lie beside this checkout."""

from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "data" / "webannotation" / "samples"
# What the standard says that its terms mean.
CONTEXT = SAMPLES.parent / "anno.jsonld"


def samples(kind: str) -> list[Path]:
    """The files of the correct or the incorrect samples; none where there are none."""
    return sorted((SAMPLES / kind).glob("*.json"))


needs_samples = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="The W3C's samples are not beside this checkout (../shared/data)."
)
