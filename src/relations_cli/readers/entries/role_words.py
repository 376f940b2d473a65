"""What columns and keys are called in other languages than English, by what they mean to a chronology."""

from collections.abc import Mapping
from typing import Final

_WORDS: Final[Mapping[str, str]] = {
    "date": "startdatum anfangsdatum beginn beginndatum zeitraum datumvon datedébut datededébut début période"
    " quand fechainicio fechadeinicio fechainicial inicio cuándo cuando período periodo datainício datadeinício"
    " datainicial início quando datainizio datadiinizio inizio begindatum datarozpoczęcia datumzačátku startdato"
    " tarih päivämäärä pvm ημερομηνία dátum ngày tanggal датаначала датасобытия начало время период когда"
    " датапочатку датаподії початок час період коли 时间 時間 开始日期 開始日期 开始时间 開始時間 起始日期"
    " 年月日 日時 時期 開始日 開始 날짜 일자 일시 시기 기간 시작일 시작",
    "end": "ende enddatum datumbis datefin datedefin fechafin fechadefin fechafinal hasta datafim datadefim"
    " datafinal datadetérmino término datafine datadifine einddatum slutdato slutdatum konec koniec"
    " датаокончания окончание конец датазавершения датазакінчення закінчення кінець 结束日期 結束日期 结束时间"
    " 結束時間 结束 結束 終了日 終了 종료일 종료 끝",
    "year": "ano año jaar rok år vuosi yıl έτος év рік 年份 年度 년 년도 연도",
    "month": "mes mês mese maand miesiąc měsíc måned månad kuukausi μήνας hónap lună місяць 月份 월",
    "day": "día giorno dag dzień 일",
    "time": "zeit startzeit beginnzeit stunde uhr heurededébut heuredébut horainicio horadeinicio horainício"
    " horadeinício horainicial orainizio oradiinizio uur tijdstip begintijd klockslag starttid tidspunkt klokkeslæt"
    " klokkeslett kellonaika klo saat ώρα idő időpont giờ waktu pukul времяначала часпочатку"
    " 开始时刻 開始時刻 시작시간 시작시각",
    "end_time": "endzeit heuredefin heurefin horafin horadefin horafinal horafim horadefim horadetérmino orafine"
    " oradifine eindtijd sluttid времяокончания часзакінчення 终了时间 終了時間 終了時刻 종료시간 종료시각",
    "minute": "minuten minutos minuti минуты хвилини 分 분",
    "title": "überschrift bezeichnung schlagzeile intitulé événement nom acontecimiento suceso hecho nombre"
    " encabezado acontecimento nome fato manchete avvenimento fatto gebeurtenis naam tytuł wydarzenie zdarzenie"
    " nazwa událost název händelse begivenhed hændelse tittel hendelse tapahtuma otsikko olay başlık τίτλος"
    " γεγονός cím esemény titlu eveniment tiêuđề sựkiện judul peristiwa kejadian наименование происшествие подія"
    " назва заголовок 名称 名稱 事项 事項 タイトル 題名 件名 見出し イベント 名前 できごと 제목 사건 이벤트 행사"
    " 이름 명칭",
    "summary": "zusammenfassung inhalt einzelheiten kommentar résumé contenu détails commentaire resumen"
    " contenido detalles comentario resumo descrição conteúdo detalhes comentário riassunto testo contenuto"
    " dettagli commento omschrijving beschrijving tekst opis popis beskrivning beskrivelse kuvaus açıklama"
    " περιγραφή leírás descriere môtả deskripsi содержание подробности комментарий опис зміст подробиці коментар"
    " 描述 內容 说明 說明 摘要 详情 詳情 説明 概要 詳細 本文 설명 내용 요약 본문 상세",
    "note": "anmerkung anmerkungen bemerkung bemerkungen hinweis notiz notizen remarque remarques nota observação"
    " observações observación observaciones osservazione osservazioni примечание заметка примітка нотатка"
    " 备注 備註 注释 備考 注記 비고 메모",
    "type": "typ ereignistyp typeévénement tipo tipoevento тип вид типсобытия типподії 类型 類型 種類 種別"
    " タイプ 유형 종류",
    "tags": "kategorie kategorien kategoria kategori kategória schlagwort schlagworte schlagwörter"
    " stichwort stichworte stichwörter thema"
    " themen rubrik gruppe catégorie catégories étiquette étiquettes motclé motsclés thème thèmes groupe"
    " categoría categorías etiqueta etiquetas tema temas palabraclave palabrasclave grupo categoria categorias"
    " palavrachave palavraschave categorie etichetta etichette temi argomento argomenti parolachiave"
    " parolechiave gruppo категория категории тег теги метка метки тема темы рубрика группа ключевыеслова"
    " категорія категорії мітка мітки теми група ключовіслова 类别 類別 分类 标签 標籤 主题 主題 关键词 關鍵詞"
    " カテゴリ カテゴリー タグ テーマ キーワード 카테고리 분류 범주 태그 주제 키워드",
    "actors": "akteur akteure personen beteiligte beteiligter teilnehmer wer acteur acteurs personne personnes"
    " qui persona personas actores participante participantes quién quiénes ator atores pessoa pessoas quem"
    " attore attori persone partecipante partecipanti chi участник участники лицо лица персона персоны кто"
    " учасник учасники особа особи хто 人物 人员 人員 参与者 參與者 当事人 當事人 関係者 参加者 登場人物 인물"
    " 사람 참가자 참여자 관련자 관계자",
    "places": "ort orte ortschaft schauplatz land stadt lieu lieux endroit pays ville lugar lugares sitio país"
    " ciudad local locais localização cidade luogo luoghi località paese città plaats miejsce místo plats sted"
    " paikka yer τόπος hely loc địađiểm tempat lokasi место места местоположение страна город місце місця країна"
    " місто 地点 地點 地方 国家 國家 城市 位置 场所 場所 地名 国 都市 장소 위치 지역 국가 나라 도시",
    "sources": "quelle quellen beleg belege verweis fundstelle liens référence références fuente fuentes enlace"
    " enlaces referencia referencias fonte fontes ligação referência referências fonti riferimento riferimenti"
    " bron bronnen źródło źródła zdroj zdroje källa källor kilde kilder lähde kaynak πηγή forrás sursă nguồn"
    " sumber источник источники ссылка ссылки джерело джерела посилання 来源 來源 出处 出處 资料来源 链接 鏈接"
    " 連結 参考 出典 ソース リンク 情報源 参照 출처 링크 참고",
    "id": "kennung identifiant identificador identificativo идентификатор ідентифікатор 标识 標識 標識符 識別子 식별자",
}
WORDS: Final[Mapping[str, tuple[str, ...]]] = {role: tuple(names.split()) for role, names in _WORDS.items()}
"""Role: the names that have it, blind to case, space, punctuation and accents."""

_ROMANCE: Final = "titolo titulo tytuł titlu evento eventi wydarzenie zdarzenie eveniment opis popis texto testo"
COMPANY: Final[Mapping[str, tuple[str, frozenset[str]]]] = {
    "data": ("date", frozenset((*_ROMANCE.split(), *(name for names in WORDS.values() for name in names)))),
    "lien": ("sources", frozenset({"titre", "evenement", "resume"})),
    "tag": ("day", frozenset({"monat", "jahr"})),
    "mes": ("month", frozenset({"ano", "dia"})),
    "dia": ("day", frozenset({"mes", "ano"})),
    "art": ("type", frozenset({"datum", "jahr", "titel", "ereignis", "beschreibung"})),
    "tid": ("time", frozenset({"datum", "dato", "handelse", "hændelse", "begivenhed", "hendelse"})),
    "cas": ("time", frozenset({"datum", "udalost", "nazev"})),
    "von": ("date", frozenset({"bis"})),
    "bis": ("end", frozenset({"von", "datum", "beginn", "titel", "ereignis"})),
    "du": ("date", frozenset({"au"})),
    "au": ("end", frozenset({"du"})),
    "fin": ("end", frozenset({"debut", "inicio", "fecha", "titre", "titulo"})),
    "fine": ("end", frozenset({"inizio", "data", "titolo"})),
    "fim": ("end", frozenset({"inicio", "data", "titulo"})),
}
"""Names that are words of another meaning elsewhere: the role that they have beside one of some names."""
