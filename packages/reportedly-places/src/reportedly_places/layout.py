"""How the file is laid out; `build.py` writes it and `Gazetteer` reads it. docs/gazetteer.md draws it.

    magic               8 bytes, the layout's version in the last
    length of header    4 bytes
    header              JSON: sections as [offset, length], countries, regions, kinds, sources
    hashes              4 bytes a key, sorted: the first half of the key's digest
    checks              1 byte a key: a further byte of the digest, so that two keys in 2**40 are mistaken, not in 2**32
    firsts              4 bytes a key: a posting itself when its highest bit is set, else where its postings begin
    postings            4 bytes each, lists ended by 0xFFFFFFFF: twice the place's number, plus one for a primary name
    places              `PLACE` each
    names               primary names in UTF-8, each ended by a zero byte

All numbers are little-endian.
"""

import struct
from hashlib import blake2b

MAGIC = b"RPPLACE1"
HEADER = struct.Struct("<I")
# GeoNames id or 0; latitude and longitude in hundred-thousandths of a degree; population; where the name begins; region,
# radius in tenths of a km up to 6,553 km; country; kind.
PLACE = struct.Struct("<IiiIIHHBB")
DEGREE = 100_000
KM = 10
LARGEST_RADIUS = 65_535
ALONE = 0x8000_0000
END = 0xFFFF_FFFF
KINDS = ("country", "region", "district", "city", "area", "sea", "continent", "border")


def digest(key: str) -> tuple[int, int]:
    """Return the hash and the check of a normalised name."""
    found = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=5).digest()
    return int.from_bytes(found[:4], "little"), found[4]
