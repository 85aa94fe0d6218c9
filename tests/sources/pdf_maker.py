"""Writes small PDFs as LinkedIn's "Save to PDF" does: the same sizes, greys, columns and wraps, invented people only."""

from __future__ import annotations

from dataclasses import dataclass, field

DARK, PALE, WHITE = 0.098, 0.694, 1.0
SIDE, MAIN = 22.0, 224.0
WIDTH, HEIGHT = 612, 792


@dataclass
class Maker:
    """Puts lines on pages from the top down, each column for itself, and links on top of them."""

    pages: list[list[str]] = field(default_factory=lambda: [[]])
    links: list[list[tuple[float, float, str]]] = field(default_factory=lambda: [[]])
    at: dict[float, float] = field(default_factory=dict)

    def line(self, text: str, size: float, grey: float = DARK, x: float = MAIN, *, uri: str = "") -> None:
        """Print a line in a column; `uri` puts a link on it."""
        y = self.at.get(x, 40.0) + size * 1.4
        self.at[x] = y
        self.pages[-1].append(_show(text, size, grey, x, y))
        if uri:
            self.links[-1].append((x, y, uri))

    def side(self, text: str, size: float = 10.5, grey: float = WHITE, *, uri: str = "") -> None:
        """Print a line of the side column."""
        self.line(text, size, grey, SIDE, uri=uri)

    def new_page(self) -> None:
        """Break the page: every column begins anew."""
        self.pages.append([])
        self.links.append([])
        self.at = {}

    def pdf(
        self, *, footer: str = "Page {n} of {m}", made: str = "D:20261102090000Z", padding: int = 0
    ) -> bytes:
        """Give the file, each page with its footer."""
        for number, page in enumerate(self.pages, start=1):
            page.append(_show(footer.format(n=number, m=len(self.pages)), 9, DARK, 384, 770))
        return _assemble(self.pages, self.links, made, padding)


def _show(text: str, size: float, grey: float, x: float, y: float) -> str:
    # As the formatter does: the page is flipped once, and each piece of text flips itself back.
    units = text.encode("utf-16-be").hex().upper()
    half = len(units) // 8 * 4
    parts = f"<{units[:half]}> -12 <{units[half:]}>" if half else f"<{units}>"
    return f"q {grey} g BT /F1 {size} Tf 1 0 0 -1 {x} {y} Tm [{parts}] TJ ET Q"


def _assemble(
    pages: list[list[str]], links: list[list[tuple[float, float, str]]], made: str, padding: int
) -> bytes:
    objects: list[bytes] = []

    def add(body: str | bytes) -> int:
        objects.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(objects)

    catalogue, tree = add(""), add("")
    # Latin, Greek, punctuation and signs: a table of everything would make each reading slow.
    blocks = (0x00, 0x01, 0x02, 0x03, 0x1E, 0x20, 0x21, 0x22, 0x25)
    ranges = "\n".join(f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in blocks)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(blocks)} beginbfrange\n{ranges}\nendbfrange\nendcmap end end"
    )
    to_unicode = add(_stream(cmap))
    descriptor = add(
        "<< /Type /FontDescriptor /FontName /ArialUnicodeMS /Flags 4 /FontBBox [0 0 1000 1000] "
        "/ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>"
    )
    inner = add(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ArialUnicodeMS /DW 500 "
        f"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> /FontDescriptor {descriptor} 0 R >>"
    )
    font = add(
        "<< /Type /Font /Subtype /Type0 /BaseFont /ArialUnicodeMS /Encoding /Identity-H "
        f"/DescendantFonts [{inner} 0 R] /ToUnicode {to_unicode} 0 R >>"
    )
    kids = []
    for page, linked in zip(pages, links, strict=True):
        content = add(_stream(f"1 0 0 -1 0 {HEIGHT} cm\n" + "\n".join(page)))
        notes = [
            add(
                f"<< /Type /Annot /Subtype /Link /Rect [{x} {HEIGHT - y} {x + 120} {HEIGHT - y + 12}] "
                f"/A << /S /URI /URI ({uri}) >> >>"
            )
            for x, y, uri in linked
        ]
        kids.append(
            add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {content} 0 R "
                f"/Resources << /Font << /F1 {font} 0 R >> >> /Annots [{' '.join(f'{n} 0 R' for n in notes)}] >>"
            )
        )
    if padding:
        add(_stream("x" * padding))
    info = add(f"<< /Producer (Apache FOP Version 2.2) /CreationDate ({made}) >>")
    objects[catalogue - 1] = f"<< /Type /Catalog /Pages {tree} 0 R >>".encode()
    objects[tree - 1] = (
        f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>".encode()
    )
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root {catalogue} 0 R /Info {info} 0 R >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def _stream(text: str) -> bytes:
    data = text.encode("latin-1")
    return f"<< /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"
