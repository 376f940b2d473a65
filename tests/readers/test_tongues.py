"""Files in other languages: columns, tables and articles; a name of two months is settled by the other dates."""

import pytest

from readers.reads import from_text, said, told
from relations_cli.errors import DataError
from relations_cli.readers.entries.role_words import COMPANY, WORDS
from relations_cli.readers.entries.roles import folded, roles_of

COLUMNS = {
    "Datum,Titel,Beschreibung,Kategorie,Ort,Quelle,Beteiligte": "date title summary tags places sources actors",
    "Von,Bis,Ereignis,Schauplatz,Belege,Typ": "date end title places sources type",
    "Date de début,Date de fin,Événement,Résumé,Catégorie,Lieu,Référence": "date end title summary tags places sources",
    "Fecha,Título,Descripción,Categoría,Lugar,Fuente,Personas": "date title summary tags places sources actors",
    "Fecha de inicio,Fecha de fin,Acontecimiento,Etiquetas,País": "date end title tags places",
    "Data,Título,Descrição,Categoria,Local,Fonte,Pessoas": "date title summary tags places sources actors",
    "Data,Titolo,Descrizione,Categoria,Luogo,Fonte,Persone": "date title summary tags places sources actors",
    "Inizio,Fine,Evento,Nota": "date end title note",
    "Дата,Событие,Описание,Категория,Место,Источник,Участники": "date title summary tags places sources actors",
    "Дата начала,Дата окончания,Название,Тип,Ссылка": "date end title type sources",
    "Дата,Подія,Опис,Категорія,Місце,Джерело,Учасники": "date title summary tags places sources actors",
    "日期,标题,描述,类别,地点,来源,人物": "date title summary tags places sources actors",
    "开始日期,结束日期,事件,类型,链接,备注": "date end title type sources note",
    "日付,出来事,説明,カテゴリ,場所,出典,人物": "date title summary tags places sources actors",
    "開始日,終了日,タイトル,概要,タグ,リンク": "date end title summary tags sources",
    "날짜,제목,설명,분류,장소,출처,인물": "date title summary tags places sources actors",
    "시작일,종료일,사건,유형,링크,비고": "date end title type sources note",
    "Jahr,Monat,Tag,Ereignis": "year month day title",
    "Année,Mois,Jour,Titre": "year month day title",
    "Año,Mes,Día,Evento": "year month day title",
    "Год,Месяц,День,Событие": "year month day title",
    "年,月,日,出来事": "year month day title",
}


@pytest.mark.parametrize(("header", "roles"), COLUMNS.items())
def test_columns_in_other_languages_have_their_roles(header: str, roles: str) -> None:
    names = header.split(",")

    assert roles_of(names) == {role: [name] for role, name in zip(roles.split(), names, strict=True)}


@pytest.mark.parametrize("header", ["year,tag,title", "date,fine,title", "date,fin,title", "date,from,data,title"])
def test_words_of_english_are_no_columns_of_another_language(header: str) -> None:
    found = roles_of(header.split(","))

    assert "end" not in found
    assert "day" not in found
    assert "data" not in found["date"] if "date" in found else found["tags"] == ["tag"]


def test_a_name_has_one_role() -> None:
    roles = {(folded(name), role) for role, several in WORDS.items() for name in several}

    assert len({name for name, _ in roles}) == len(roles)
    assert COMPANY.keys() == {folded(name) for name in COMPANY}


def test_a_table_in_german_loses_nothing_and_says_what_has_no_role() -> None:
    table = "Datum;Titel;Kategorie;Ort;Quelle;Kosten\n5. März 2024;Brücke zu;Verkehr;Berlin;Zeitung;12\n"
    chronology, line = said(table, "b.csv")
    (event,) = chronology.events

    assert (event.date, event.title, event.tags, event.places) == ("2024-03-05", "Brücke zu", ("Verkehr",), ("Berlin",))
    assert [source.publisher for source in event.sources] == ["Zeitung"]
    assert event.extra == {"Kosten": "12"}
    assert "kept under extra: 'Kosten'" in line


@pytest.mark.parametrize(("other", "date"), [("3. svibnja 2024", "2024-10-05"), ("3 maja 2024", "2024-11-05")])
def test_a_name_of_two_months_is_settled_by_the_other_dates_of_a_table(other: str, date: str) -> None:
    table = f"date,title\n5. listopada 2024,A\n{other},B\n2024,C\n"

    assert told(from_text(table, "a.csv"))[0] == (date, "A")


@pytest.mark.parametrize("other", ["2024-03-05", "5. März 2024", "3 May 2024"])
def test_a_name_of_two_months_that_no_date_of_a_table_settles_is_refused(other: str) -> None:
    with pytest.raises(DataError, match="5 October 2024 in hr, 5 November 2024 in pl"):
        from_text(f"date,title\n5. listopada 2024,A\n{other},B\n", "a.csv")


@pytest.mark.parametrize(
    ("other", "date"),
    [("3 svibnja 2024", "2024-10-05"), ("3 maja 2024", "2024-11-05"), ("3 May 2024", None), ("3 März 2024", None)],
)
def test_in_an_article_it_is_settled_so_or_undated_with_a_note(other: str, date: str | None) -> None:
    chronology, line = said(f"{other}: B.\n\n5 listopada 2024: A.\n\n2025: C.\n", "a.txt")

    assert told(chronology)[1] == (date, "A.")
    assert (line == "") is (date is not None)


ARTICLES = {
    "年表\n\n2001年\n\n3月5日：旧码头关闭。\n\n8月：新码头开工。\n\n2002年\n\n11月11日：靠岸。\n": (
        "2001-03-05 2001-08 2002-11-11"
    ),
    "2001年3月5日旧码头关闭。\n\n2001年8月新码头开工。\n\n2002年11月11日靠岸。\n": "2001-03-05 2001-08 2002-11-11",
    "2001年3月5日，旧码头关闭。\n2001年8月，新码头开工。\n2002年11月11日，靠岸。\n": "2001-03-05 2001-08 2002-11-11",
    "平成13年3月5日　閉まる。\n平成13年8月　始まる。\n平成14年11月11日　着く。\n": "2001-03-05 2001-08 2002-11-11",
    "2001년 3월 5일 등대가 꺼진다\n2001년 8월 등탑\n2002년 11월 11일 켜진다\n": "2001-03-05 2001-08 2002-11-11",
    "2001 год\n\n5 марта — паром.\n\nАвгуст — ремонт.\n\n2002 год\n\n11 ноября — закрыто.\n": (
        "2001-03-05 2001-08 2002-11-11"
    ),
    "Le 5 mars 2012, le conseil vote.\n\nLe 7 avril 2012, il ferme.\n\nLe 9 mai 2012, il ouvre.\n": (
        "2012-03-05 2012-04-07 2012-05-09"
    ),
    "Mars 2012. Le conseil vote.\n\nAvril 2012. Il ferme.\n\nMai 2012. Il ouvre.\n": "2012-03 2012-04 2012-05",
    "Em março de 2012: chega.\n\nEm abril de 2012: abre.\n\nEm 7 de maio de 2013: fecha.\n": (
        "2012-03 2012-04 2013-05-07"
    ),
    **{
        f"{first} {one}.\n\n{second} {other}.\n": "2024-03-05 2024-04-06"
        for first, one, second, other in (
            ("Am 5. März 2024", "wird der Damm geöffnet", "Am 6. April 2024", "wird das Tor geschlossen"),
            ("Le 5 mars 2024,", "le barrage ouvre", "Le 6 avril 2024,", "la porte ferme"),
            ("El 5 de marzo de 2024", "se abre la presa", "El 6 de abril de 2024", "se cierra la puerta"),
            ("Il 5 marzo 2024", "la diga apre", "Il 6 aprile 2024", "la porta chiude"),
            ("Em 5 de março de 2024", "a barragem abre", "Em 6 de abril de 2024", "a porta fecha"),
            ("Op 5 maart 2024", "opent de dam", "Op 6 april 2024", "sluit de poort"),
            ("Dne 5. března 2024", "se otevře hráz", "Dne 6. dubna 2024", "se zavře brána"),
            ("Den 5 mars 2024", "öppnas dammen", "Den 6 april 2024", "stängs porten"),
            ("Den 5. marts 2024", "åbnes dæmningen", "Den 6. april 2024", "lukkes porten"),
            ("W dniu 5 marca 2024 r.", "otwarto tamę", "Dnia 6 kwietnia 2024 r.", "zamknięto bramę"),
            ("Pe 5 martie 2024", "se deschide barajul", "La 6 aprilie 2024", "se închide poarta"),
            ("Pada tanggal 5 Maret 2024", "bendungan dibuka", "Pada 6 April 2024", "gerbang ditutup"),
        )
    },
    "In maart 2024 opent de dam.\n\nIn april 2024 sluit de poort.\n": "2024-03 2024-04",
    "I mars 2024 öppnas dammen.\n\nI april 2024 stängs porten.\n": "2024-03 2024-04",
    "En mars 2024 le barrage ouvre.\n\nEn avril 2024 la porte ferme.\n": "2024-03 2024-04",
    "Um 1850: Gründung.\n\n1870 bis 1875: Bau.\n\nEnde 1880: Öffnung.\n\n1890er: Blüte.\n": (
        "1850~ 1870/1875 1880~ 1890/1899"
    ),
    "Du 8 au 10 avril 2012 : grève.\n\n1er mai 2012 : défilé.\n\nÉté 2012 : fin.\n": (
        "2012-04-08/2012-04-10 2012-05-01 2012-22"
    ),
    "[5 de marzo de 2012] Se cierra.\n\n[7 de abril de 2012] Fin.\n\n[9 de mayo de 2013] Se abre.\n": (
        "2012-03-05 2012-04-07 2013-05-09"
    ),
}


@pytest.mark.parametrize(("text", "dates"), ARTICLES.items())
def test_an_article_in_another_language_has_all_its_entries(text: str, dates: str) -> None:
    assert [event.date for event in from_text(text, "a.txt").events] == dates.split()


def test_tables_in_markdown_and_html_are_read_in_other_languages() -> None:
    markdown = "# Ponte\n\n| Data | Evento |\n|---|---|\n| 5 marzo 2012 | Chiude |\n| 7 aprile 2012 | Apre |\n"
    html = "<table><tr><td>5 marzo 2012</td><td>Chiude</td></tr><tr><td>7 aprile 2012</td><td>Apre</td></tr></table>"

    for name, text in (("a.md", markdown), ("a.html", html)):
        assert told(from_text(text, name)) == [("2012-03-05", "Chiude"), ("2012-04-07", "Apre")]


@pytest.mark.parametrize(
    ("text", "name", "dates"),
    [
        ('{"5. März 2024": "x", "April 2024": "y"}', "a.json", ["2024-03-05", "2024-04"]),
        ('{"2012年3月": "x", "2012年": "y"}', "a.json", ["2012-03", "2012"]),
        ('{"2012": {"März": "x", "Dezember": "y"}}', "a.json", ["2012-03", "2012-12"]),
        ("5. März 2024: x\n7. Mai 2024: y\n", "a.yml", ["2024-03-05", "2024-05-07"]),
        ("- fecha: 5 de marzo de 2024\n  titulo: x\n", "a.yml", ["2024-03-05"]),
        ("Jahr,Monat,Tag,Ereignis\n2024,März,5,x\n2024,Mai,,y\n", "a.csv", ["2024-03-05", "2024-05"]),
        (
            "Von,Bis,Ereignis\n5. März 2024,7. April 2024,x\nMai 2024,heute,y\n",
            "a.csv",
            ["2024-03-05/2024-04-07", "2024-05/.."],
        ),
    ],
)
def test_documents_and_parts_of_dates_are_read_in_other_languages(text: str, name: str, dates: list[str]) -> None:
    assert [event.date for event in from_text(text, name).events] == dates


def test_an_english_article_stays_english() -> None:
    text = "Mars 2020 rover lands safely today.\n\nMay 5, 2020: A.\n\nSet 20 goals.\n\nMay 7, 2020: B.\n"

    assert [event.date for event in from_text(text, "a.txt").events] == ["2020-05-05", "2020-05-07"]
