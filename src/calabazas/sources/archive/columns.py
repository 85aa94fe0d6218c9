"""Names of columns that several sheets share, folded: English as measured, the others as insurance."""

from __future__ import annotations

from typing import Final

FIRST: Final = ("firstname", "vorname", "nombre", "prenom")
LAST: Final = ("lastname", "nachname", "apellidos", "apellido", "nom", "nomdefamille")
COMPANY: Final = (
    "company", "companyname", "companies", "unternehmen", "firma", "empresa", "nombredelaempresa", "entreprise",
    "nomdelentreprise", "societe",
)  # fmt: skip
TITLE: Final = (
    "title",
    "jobtitle",
    "position",
    "cargo",
    "puesto",
    "titel",
    "berufsbezeichnung",
    "poste",
    "fonction",
    "titre",
)
STATUS: Final = ("status", "estado", "statut")
DATE: Final = ("date", "fecha", "datum")
STARTED: Final = (
    "startedon",
    "startdate",
    "fechadeinicio",
    "inicio",
    "beginn",
    "startdatum",
    "datededebut",
    "debut",
)
FINISHED: Final = ("finishedon", "enddate", "fechadefinalizacion", "fin", "ende", "enddatum", "datedefin")
TEXT: Final = ("message", "text", "mensaje", "texto", "nachricht", "texte")
LINK: Final = ("link", "enlace", "lien")
DESCRIPTION: Final = ("description", "descripcion", "beschreibung")
PLACE: Final = ("location", "ubicacion", "standort", "ort", "lieu")
