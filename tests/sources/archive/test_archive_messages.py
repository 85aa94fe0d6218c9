"""Messages: a conversation is the strongest tie there is, so advertising and closed accounts must not pass for one."""

from __future__ import annotations

import pytest

from calabazas.sources.archive.markup import plain

ME, MY = "Lucía Ferreiro Castro", "lucia-ferreiro-castro"
OLD = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"


def test_the_sample_reads_to_the_letter(sample) -> None:
    """Multi-line text, HTML, sponsored, closed account, group, draft and company, each by its kind."""
    kind, good, problems = sample("messages.csv")
    assert kind == "messages"
    assert not problems
    assert [(row.row, row.kind) for row in good] == [
        (2, "personal"), (5, "personal"), (6, "sponsored"), (7, "closed"), (8, "group"), (9, "draft"), (10, "sponsored"),
    ]  # fmt: skip
    first = good[0]
    assert first.conversation == "2-aaa=="
    assert (first.sender_name, first.sender_slug) == ("Marta Iriarte", "marta-iriarte")
    assert (first.recipient_names, first.recipient_slugs) == (ME, (MY,))
    assert (first.at, first.folder) == ("2026-06-01T14:03:22", "INBOX")
    assert first.text == "Gracias.\n\nHablamos el <martes> & te llamo <3"
    assert good[1].text == ""
    assert good[2].text == "Hi %FIRSTNAME% & team\nBuy"
    assert good[2].subject == "Oferta"


def test_people_are_counted_by_addresses_not_by_commas(sample) -> None:
    """Names hold commas ("Rao, Ravi, Ph.D."): only the addresses tell that two were written to."""
    group = sample("messages.csv")[1][4]
    assert group.recipient_slugs == ("ravi-rao", "omar-haddad")
    assert group.recipient_names == "Rao, Ravi, Ph.D., Omar Haddad"


def test_archives_before_2023_have_no_addresses_of_recipients(sheet) -> None:
    """Nine columns; a comma in the name makes no group, and no address makes no advertisement."""
    _, good, problems = sheet(
        OLD
        + '2-a,,Ana Gil,https://www.linkedin.com/in/ana-gil,"Doe, Ph.D.",2022-01-02 03:04:05 UTC,,Hola,INBOX\n'
    )
    assert [(row.kind, row.recipient_slugs, row.sender_slug) for row in good] == [("personal", (), "ana-gil")]
    assert not problems


@pytest.mark.parametrize("flag", ["IS MESSAGE DRAFT", "IS CONVERSATION DRAFT"])
@pytest.mark.parametrize(
    ("said", "kind"), [("Yes", "draft"), ("No", "personal"), ("", "personal"), ("TRUE", "draft")]
)
def test_drafts_are_known_by_either_column(sheet, flag: str, said: str, kind: str) -> None:
    """The optional columns come in any combination; what was never sent is no message to anybody."""
    row = f"2-a,,Me,https://www.linkedin.com/in/me,Ana,2022-01-02 03:04:05 UTC,,Hola,INBOX,{said}\n"
    assert sheet(OLD.rstrip() + f",{flag}\n" + row)[1][0].kind == kind


@pytest.mark.parametrize(
    "closed", ["LinkedIn Member", "Miembro de LinkedIn", "LinkedIn-Mitglied", "Membre de LinkedIn"]
)
def test_closed_accounts_are_nobody_on_either_side(sheet, closed: str) -> None:
    """What was written to or by an account now closed ties the member to no person."""
    to = f"2-a,,Me,https://www.linkedin.com/in/me,{closed},2022-01-02 03:04:05 UTC,,Hola,INBOX\n"
    by = f"2-a,,{closed},,Me,2022-01-02 03:04:05 UTC,,Hola,INBOX\n"
    assert [row.kind for row in sheet(OLD + to + by)[1]] == ["closed", "closed"]


def test_advertising_from_a_persons_page_is_advertising(sheet) -> None:
    """Sponsored mail may have a sender with an address; its mark-up gives it away."""
    row = '2-a,,Ana Gil,https://www.linkedin.com/in/ana-gil,Me,2022-01-02 03:04:05 UTC,,"<p class=""spinmail-quill-editor__spin-break"">Hi</p>",INBOX\n'
    assert sheet(OLD + row)[1][0].kind == "sponsored"


def test_headings_of_other_languages_read(sheet) -> None:
    """Insurance; the kind hangs on addresses, not on words."""
    head = "Konversations-ID,Konversationstitel,Von,SENDER PROFILE URL,An,RECIPIENT PROFILE URLS,Datum,Betreff,Inhalt,Ordner\n"
    row = "2-a,,Ana,https://www.linkedin.com/in/ana,Me,https://www.linkedin.com/in/me,2022-01-02 03:04:05 UTC,,Hallo,INBOX\n"
    _, good, problems = sheet(head + row)
    assert [(row.text, row.kind, row.recipient_slugs) for row in good] == [("Hallo", "personal", ("me",))]
    assert not problems


def test_a_bad_date_is_told_and_the_message_kept(sheet) -> None:
    """That they wrote stays true."""
    _, good, problems = sheet(OLD + "2-a,,Ana,https://www.linkedin.com/in/ana,Me,yesterday,,Hola,INBOX\n")
    assert (good[0].text, good[0].at) == ("Hola", "")
    assert problems[0].row == 2


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("<style>p{color:red}</style><b>Hi</b> <script>x()</script>there", "Hi there"),
        ('<a href="https://x.example">link</a>', "link"),
        ("Tom &amp; Ana &lt;3 &#39;hi&#39; &nbsp;", "Tom & Ana <3 'hi'"),
        ("&lt;b&gt; is bold", "<b> is bold"),
        (
            "I <3 you, a < b and b > a, <ana@example.net>, <name>",
            "I <3 you, a < b and b > a, <ana@example.net>, <name>",
        ),
        ("https://x.example/?a=1&copy=2&lt=3", "https://x.example/?a=1&copy=2&lt=3"),
        ("<" * 5000, "<" * 5000),
        ("<a " * 3000, ("<a " * 3000).strip()),
    ],
)
def test_markup_goes_and_words_stay(written: str, read: str) -> None:
    """Only what is HTML for certain: hearts, sums, addresses and links are the writer's."""
    assert plain(written) == read
