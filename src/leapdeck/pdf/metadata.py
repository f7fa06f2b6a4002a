"""What a file says of itself, in both of the places where programs look: the information dictionary and XMP (ISO 32000-1, 14.3)."""

from __future__ import annotations

from html import escape

from leapdeck.pdf.structure import Written, text_string
from leapdeck.scene import Properties

PDF_UA = "<pdfuaid:part>1</pdfuaid:part>"
"""The claim that everybody can read the file (ISO 14289-1, 5)."""

_XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>{description}'
    "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
    "<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language><dc:format>application/pdf</dc:format>"
    "<pdf:Producer>leapdeck</pdf:Producer>{claim}</rdf:Description></rdf:RDF></x:xmpmeta>\n"
    '<?xpacket end="w"?>'
)
_DESCRIPTION = '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>'


def xmp(about: Properties, claim: str = "") -> bytes:
    """The metadata stream's content; `claim` is what it says of the rules that the file keeps."""
    description = _DESCRIPTION.format(escape(about.subject)) if about.subject else ""
    title, author, language = (escape(text) for text in (about.title, about.author, about.language))
    return _XMP.format(title=title, author=author, language=language, description=description, claim=claim).encode()


def information(about: Properties, more: str = "") -> Written:
    """The information dictionary; `more` are further entries as they stand in the file."""
    said = {"Title": about.title, "Author": about.author, "Subject": about.subject, "Creator": "leapdeck", "Producer": "leapdeck"}
    return Written(f"<<{''.join(f'/{key}{text_string(text)}' for key, text in said.items() if text)}{more}>>")
