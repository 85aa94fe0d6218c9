"""The grammar by which claims are told in folded Spanish and English: tense, person, who told whom, what hangs on what.

Patterns are over folded text (no accents, lower case) unless said otherwise.
"""

from __future__ import annotations

import re

# Only the accent tells "ahorró" from "ahorro", so past tenses are looked for in the text as written.
PAST_ES = re.compile(
    r"\b(?!qué|así|aquí|allí|ahí|también|después|café|ojalá|según|además|razón|jamás|más\b)"
    r"(?:\w+[^\Wr]é|\w+(?:[^\W]í)|\w{2,}ó|estuvo|tuvo|hizo|dijo|(?<!del )(?<!el )(?<!de )(?<!un )vino|puso|trajo|\w{2,}(?:ábamos|[^\Wr]íamos)|\w+(?:aron|ieron|aste|iste|asteis|isteis|abais|íais))\b",
    re.IGNORECASE,
)
PAST_EN = re.compile(
    r"\b(?!usted|need|seed|speed|feed|indeed|interested|excited|impressed|pleased|honou?red|thrilled|delighted|connected|achieved|accomplished|appeared|popped|seemed|looked|experienced|talented|united)"
    r"(?:\w{2,}ed|told|gave|won|led|ran|built|wrote|said|spoke|made|sold|left|took|taught|held|sent|bought|brought|began|grew|kept|found|drove|beat|met|lost|paid|spent|saw|heard|knew|came|went|sat)\b",
    re.IGNORECASE,
)
READER = re.compile(
    r"\b(?:tu|tus|te|ti|su|sus|le|les|os|usted|ustedes|contigo|vuestr[oa]s?|you|your|yours|u|ur)\b|\w(?:aste|iste|asteis|isteis)\b"
)
SEEN = re.compile(
    r"\b(?:profile|perfil|your (?:web)?site|tu web|your page|(?:tu|su) (?:pagina|muro)|we've|our|nuestr[oa]s?|suggest\w*|sugerid\w*"
    r"|i (?:just )?want(?:ed)? to (?:\w+ )?(?:invite|connect|add|reach)|(?:te|le) ha tocado)\b"
)
BOTH = re.compile(
    r"\b\w{2,}(?:abamos|[^\Wr]iamos)\b|\bnos \w+(?:amos|imos)\b|\bwe\b(?!'| are| have| will| can)|\btogether\b|\bjunt[oa]s\b"
)
# "Comimos" may be today or then; with "juntas", or irregular as "hicimos", it was then and both.
WE_DID = re.compile(
    r"\b(?:(?:hic|tuv|vin|dij|pus|anduv|traj|estuv)imos|fuimos|\w{2,}[ai]mos (?:\w+ ){0,3}junt[oa]s"
    r"|que (?:frio|calor|risa|noche|dia|tarde|rato|susto|bien (?:lo )?|mal (?:lo )?)\w* ?(?:lo )?(?:pas|reim|com|vivi|tuvi|hici)\w*mos"
    r"|cuando (?:\w+ ){0,2}\w{2,}[ai]mos (?:\w+ ){0,3}(?:los dos|las dos|junt[oa]s)|(?:acuerdo|rio|recuerdo|reimos|olvido) (?:\w+ ){0,3}cuando (?:nos )?\w{2,}[ai]mos"
    r"|me acuerdo de (?!ti\b|usted)\w+|i remember (?:when|us|our|how we))\b"
)
WRITER = re.compile(r"\b(?:i|we|nosotr[oa]s|yo|me|nos)\b|[^\Wr]é\b|[^\W]í\b", re.IGNORECASE)
# What everybody is told one must do says nothing of this reader.
IMPERSONAL = re.compile(
    r"\b(?:hay que|hace falta|conviene|se (?:puede|debe|suele|necesita)|you (?:have to|need to|must|should)|people (?:should|must|have to))\b"
)
IF = re.compile(r"^\W*(?:si|if|cuando me|when you)\b")
ASKED_ABOUT = re.compile(r"^\W*(?:which|what|how|where|who|why|whether|cual(?:es)?|donde|quien)\b")
TOPIC = re.compile(r"^\W*(?:and )?(?:the|that|those) (?:\w+ ){1,3}(?:you|u) \w+")
USED = re.compile(
    r"\b(?:i|we) (?:\w+ly )?(?:tried|used|applied|adopted|copied|followed|printed|tested|borrowed|passed on|kept) your\b"
    r"|\b(?:probamos|usamos|aplicamos|copiamos|seguimos|probe|use|aplique|copie|segui) (?:tus?|sus?)\b"
)
TU = re.compile(r"\b(?:tu|tus|te|ti|contigo)\b|\w(?:aste|iste)\b")
LE = re.compile(r"^(?:les?|os|se)\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
COLLEAGUE = re.compile(
    r"\b(?:[Tt]us?|[Ss]us?|[Yy]our) (?:compañer\w+|colegas?|soci[oa]|jef[ea]|encargad[oa]|amig[oa]|vecin[oa]|profesora?|maestr[oa]|alumn[oa]"
    r"|colleague|boss|manager|partner|friend|neighbour|neighbor|assistant|teacher|foreman|captain),? ([A-ZÁÉÍÓÚÑ][\w]+)"
)
TELLS = re.compile(
    r"\b(?:me|nos) (?:han |ha )?(?:di[jc]\w+|cont\w+|cuent\w+|coment\w+)\b|\b(?:told|tells) me\b"
)
TOUCHES = re.compile(
    r"\w(?:[aei]r|ndo)(?:te|le|les|os)\b|\b(?:eres|tienes|sabes|llevas|\w+ais|\w+eis)\b|\bque (?:no |ya )?\w+[ae]s\b"
)
REPORTED = re.compile(
    r"\b(?:(?:you|u) (?:\w+ ){0,2}?(?:said|told (?:me|us)|mentioned|explained|promised|suggested|advised|swore|insisted|warned (?:me|us))"
    r"|(?:dijiste|comentaste|contaste|explicaste|mencionaste|prometiste|aseguraste|pediste|recomendaste|aconsejaste|insististe|advertiste|dijisteis)"
    r"|(?:vi|note|recuerdo|observe|me fije en) que (?=(?:te |le |se |no )?\w+(?:abas|ias|aste|iste)\b)"
    r"|(?:dijo|comento|conto|explico|menciono|prometio|aseguro|recomendo|aconsejo) usted|usted (?:me |nos )?(?:dijo|comento|conto|explico|menciono|prometio|aseguro|recomendo|aconsejo))\b"
)
APPOSED = re.compile(
    r"^\W*(?:the (?:very |same )?ones? (?:that|which|who|where|you)|which|who|(?:el|la|los|las|ese|esa|aquel|aquella) (?:mism[oa]s? )?(?:que|donde|en que)|que|quien)\b"
)
TO_ME = re.compile(r"\b[Mm]e \w{2,}(?:ó|jo|zo|vo|so)\b")
FORMAL = re.compile(r"\b(?:usted|don|dona|sr|sra|dr|dra|estimad[oa])\b")
MINE = re.compile(r"\b(?:i was|i am|i'm|we're|yo|mi|mis|my|llevo|tengo)\b")
SPELLED = frozenset(
    "tres cuatro cinco seis siete ocho nueve diez quince veinte treinta cien mil three four five six seven eight nine ten twenty thirty hundred thousand".split()
)
NOT_PAST = frozenset(
    {"existe", "insiste", "consiste", "asiste", "resiste", "contraste", "chiste", "triste", "desgaste"}
)
NUMBER = re.compile(
    r"(?:(?:de|del|en|in|of|since|desde|hasta|until|by|un|el)\s+)?[^\s\d]?\d(?:[\d.,:/]*\d)?\s?(?:%|k\b)?"
)
GREETING = re.compile(
    r"^\W*(?:hola|ola|hi|hello|hey|dear|estimad[oa]|querid[oa]|buenas|boas|bonjour|buenos dias|buenas tardes|good (?:morning|day|afternoon))"
    r"[\s,:!]+(?:(?:sr|sra|dr|dra|don|dona|lic|ing|mr|ms|mrs|prof|profesora?|doctora?|ingenier[oa])\.?\s+)?([^\W\d_]{3,})\s*[,:!.\n]"
)
