"""Writes invitation mails of several eras as LinkedIn's, invented people only."""

from __future__ import annotations

from email.message import EmailMessage

TRACKING = "midToken=AQ&midSig=0x&trk=eml-{template}-hero-3-prof%7Ecta&trkEmail=eml-{template}-null-x"
WORDS = {
    "en": ("Hi Iria,", "View profile", "Accept", "Iria, please add me to your LinkedIn network", "This email was intended for Iria Souto (Editor)."),
    "es": ("Hola, Iria:", "Ver perfil", "Aceptar", "Iria, añádeme a tu red de LinkedIn", "Este correo está dirigido a Iria Souto (Editora)."),
}  # fmt: skip


def mail(
    name: str = "Ainara Otamendi Leiza",
    slug: str = "ainara-otamendi-leiza",
    *,
    headline: str = "Vibraciones · Forja",
    place: str = "Tolosa, País Vasco, España",
    note: str = "",
    lang: str = "es",
    template: str = "email_m2m_invite_single_01",
    kind: str = "INVITE-MBR",
    sender: str = "invitations@linkedin.com",
    address: str = "https://www.linkedin.com/comm/in/{slug}?{tracking}",
    forms: str = "text",
    date: str = "Wed, 18 Nov 2026 18:39:00 +0100",
    subject: str = "",
) -> bytes:
    """Give a mail: `forms` holds text, html or both; an empty `kind` leaves the headers of later eras out."""
    hello, view, accept, title, footer = WORDS[lang]
    link = address.format(slug=slug, tracking=TRACKING.format(template=template))
    default = (
        "I'd like to join your LinkedIn network."
        if lang == "en"
        else "Me gustaría unirme a tu red de LinkedIn."
    )
    host = "https://www.linkedin.com" if "urldefense" in link else link.split("/comm")[0]
    yes = f"{host}/comm/mynetwork/invite-accept/invitationId/64/sharedKey/x?trk=eml-{template}"
    message = EmailMessage()
    message["From"] = f"{name} <{sender}>"
    message["To"] = "Iria Souto <iria@example.org>"
    message["Subject"] = subject or title
    message["Date"] = date
    if kind:
        message["X-LinkedIn-Class"] = kind
        message["X-LinkedIn-Template"] = template
    person = "\n".join(part for part in (name, headline, place) if part)
    text = (
        f"{hello}\n\n{note or default}\n\n{person}\n\n{view}: {link}\n\n{accept}: {yes}\n\n"
        f".....................................\n\n{footer}\n"
    )
    page = (
        f"<html><body><table><tr><td><p>{hello}</p><p>{note or default}</p></td></tr>"
        f'<tr><td><a href="{link}"><img src="x" alt="{name}"></a></td></tr>'
        f'<tr><td><a href="{link}"><span>{name}</span></a></td></tr><tr><td>{headline}</td></tr><tr><td>{place}</td></tr>'
        f'<tr><td><a href="{yes}">{accept}</a></td><td><a href="{link}">{view}</a></td></tr>'
        f"<tr><td>{footer}</td></tr></table></body></html>"
    )
    if "text" in forms:
        message.set_content(text)
    if forms == "html":
        message.set_content(page, subtype="html")
    elif "html" in forms:
        message.add_alternative(page, subtype="html")
    return message.as_bytes()
