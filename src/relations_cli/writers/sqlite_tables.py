"""The tables, views and indexes of a chronology as a database, in SQL; its comments stay in the file for who asks."""

from typing import Final

SEARCHED: Final = ("title", "summary", "actors", "places", "tags", "note", "words")
"""The columns of events that full text search looks through."""

TABLES: Final = """
CREATE TABLE chronology (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE types (id TEXT PRIMARY KEY, meaning TEXT, seq INTEGER);
CREATE TABLE tags (id TEXT PRIMARY KEY, meaning TEXT, seq INTEGER);
CREATE TABLE measures (id TEXT PRIMARY KEY, meaning TEXT, seq INTEGER);
CREATE TABLE actors (
  id TEXT PRIMARY KEY,
  name TEXT, kind TEXT,
  aliases TEXT, -- JSON
  parent TEXT REFERENCES actors(id), -- for whom it speaks
  seq INTEGER -- as in every vocabulary, empty: used, and not declared
);
CREATE TABLE propositions (
  id TEXT PRIMARY KEY, text TEXT,
  status TEXT, -- on the day that the table chronology has as status_day
  denied_by TEXT, -- JSON
  seq INTEGER
);
CREATE TABLE events (
  id TEXT PRIMARY KEY,
  date TEXT, -- EDTF
  title TEXT NOT NULL,
  status TEXT, -- on the day that the table chronology has as status_day
  type TEXT REFERENCES types(id),
  tags TEXT, -- JSON; read again is event_tags
  summary TEXT,
  actors TEXT, -- names, JSON; read again is event_actors
  places TEXT, -- JSON; read again is event_places
  landmark INTEGER NOT NULL DEFAULT 0,
  known TEXT, -- when the public could know, where that is another day
  denied_by TEXT, -- JSON
  note TEXT,
  seq INTEGER, -- place in the file
  in_time INTEGER, -- place in time, undated events last
  year INTEGER, -- of the first day, 0 is 1 BC
  lower TEXT, upper TEXT, -- first and last day on which it can have happened
  lower_kind TEXT, upper_kind TEXT, -- day, open, unknown or running
  first_day INTEGER, last_day INTEGER, -- by which filters go, 1 is 0001-01-01, empty: open, or undated
  precision TEXT,
  time TEXT, zone TEXT,
  extra TEXT, -- JSON
  words TEXT -- what search finds besides: aliases, propositions, titles of sources, parts of texts without blanks
);
CREATE TABLE event_tags (
  event TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE, tag TEXT NOT NULL REFERENCES tags(id), seq INTEGER,
  PRIMARY KEY (event, seq)
);
CREATE TABLE event_actors (
  event TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE, actor TEXT NOT NULL REFERENCES actors(id), seq INTEGER,
  PRIMARY KEY (event, seq)
);
CREATE TABLE event_places (
  event TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE, place TEXT NOT NULL, seq INTEGER,
  PRIMARY KEY (event, seq)
);
CREATE TABLE event_propositions (
  event TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE, proposition TEXT NOT NULL REFERENCES propositions(id),
  seq INTEGER, PRIMARY KEY (event, seq)
);
CREATE TABLE related (
  event TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE,
  other TEXT REFERENCES events(id),
  missing TEXT, -- an id that no event of the file has
  seq INTEGER, PRIMARY KEY (event, seq)
);
CREATE TABLE sources (
  id INTEGER PRIMARY KEY, event TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE, publisher TEXT, title TEXT,
  url TEXT, date TEXT, kind TEXT, language TEXT, archived TEXT, accessed TEXT, seq INTEGER
);
CREATE TABLE claims (
  id INTEGER PRIMARY KEY,
  event TEXT REFERENCES events(id) ON DELETE CASCADE, -- on the event as titled, or
  proposition TEXT REFERENCES propositions(id) ON DELETE CASCADE, -- on this
  actor TEXT NOT NULL REFERENCES actors(id),
  stance TEXT NOT NULL,
  date TEXT, first_day INTEGER, last_day INTEGER,
  note TEXT, quote TEXT,
  source TEXT, locator TEXT, -- address of a source of some event, and where in it
  said_in TEXT REFERENCES events(id), -- the event in which it was said
  said_in_missing TEXT, -- or an id that no event of the file has
  seq INTEGER,
  CHECK ((event IS NULL) <> (proposition IS NULL))
);
CREATE TABLE figures (
  id INTEGER PRIMARY KEY, claim INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
  measure TEXT NOT NULL REFERENCES measures(id),
  low, high, -- the least and the most that was claimed
  seq INTEGER
);
"""
"""In the order in which their rows may refer to each other; what refers to an event that is not there has no key."""

INDEXES: Final = """
CREATE INDEX events_in_time ON events(in_time);
CREATE INDEX events_by_day ON events(first_day, last_day);
CREATE INDEX events_by_type ON events(type);
CREATE INDEX event_tags_by_tag ON event_tags(tag);
CREATE INDEX event_actors_by_actor ON event_actors(actor);
CREATE INDEX event_places_by_place ON event_places(place);
CREATE INDEX event_propositions_by_proposition ON event_propositions(proposition);
CREATE INDEX sources_by_event ON sources(event);
CREATE INDEX sources_by_url ON sources(url);
CREATE INDEX claims_by_event ON claims(event);
CREATE INDEX claims_by_proposition ON claims(proposition);
CREATE INDEX claims_by_actor ON claims(actor);
CREATE INDEX figures_by_claim ON figures(claim);
CREATE INDEX figures_by_measure ON figures(measure);
"""

VIEWS: Final = """
CREATE VIEW timeline AS
  SELECT date, title, status, type, tags, actors, places, summary, id FROM events ORDER BY in_time;
CREATE VIEW contested AS
  WITH said AS (
    SELECT 'proposition' AS kind, proposition AS subject, id, actor, stance, date, first_day FROM claims
    WHERE proposition IS NOT NULL
    UNION ALL SELECT 'event', event, id, actor, stance, date, first_day FROM claims WHERE event IS NOT NULL
  )
  SELECT said.kind, said.subject AS id, coalesce(propositions.text, events.title) AS text,
    coalesce(propositions.status, events.status) AS status,
    coalesce(propositions.denied_by, events.denied_by) AS denied_by,
    (SELECT one.date FROM said AS one WHERE one.kind = said.kind AND one.subject = said.subject
      AND one.stance <> 'denies' ORDER BY one.first_day IS NULL, one.first_day, one.id LIMIT 1) AS since,
    count(*) AS claims, count(DISTINCT said.actor) AS speakers, sum(said.stance = 'denies') AS denials
  FROM said LEFT JOIN propositions ON said.kind = 'proposition' AND propositions.id = said.subject
    LEFT JOIN events ON said.kind = 'event' AND events.id = said.subject
  GROUP BY said.kind, said.subject ORDER BY said.kind DESC, propositions.seq, events.in_time;
CREATE VIEW claims_in_words AS
  SELECT claims.date, coalesce(actors.name, claims.actor) AS who, claims.stance,
    coalesce(propositions.text, events.title) AS what, claims.note, claims.quote, claims.source, claims.locator,
    coalesce(propositions.status, events.status) AS now,
    CASE WHEN claims.event IS NULL THEN 'proposition' ELSE 'event' END AS kind,
    coalesce(claims.proposition, claims.event) AS about, claims.id
  FROM claims LEFT JOIN actors ON actors.id = claims.actor
    LEFT JOIN propositions ON propositions.id = claims.proposition LEFT JOIN events ON events.id = claims.event
  ORDER BY claims.first_day IS NULL, claims.first_day, claims.last_day, claims.id;
CREATE VIEW figures_in_words AS
  SELECT claims.date, coalesce(actors.name, claims.actor) AS who, figures.low, figures.high,
    coalesce(measures.meaning, figures.measure) AS of, coalesce(propositions.text, events.title) AS what,
    claims.stance, claims.source, figures.measure, claims.id AS claim
  FROM figures JOIN claims ON claims.id = figures.claim
    LEFT JOIN measures ON measures.id = figures.measure LEFT JOIN actors ON actors.id = claims.actor
    LEFT JOIN propositions ON propositions.id = claims.proposition LEFT JOIN events ON events.id = claims.event
  ORDER BY claims.first_day IS NULL, claims.first_day, claims.last_day, figures.id;
CREATE VIEW citations AS
  SELECT publisher, title, date, url, min(archived) AS archived, count(DISTINCT event) AS events
  FROM sources GROUP BY publisher, title, date, url ORDER BY publisher, date, title, url;
CREATE VIEW parties AS
  WITH RECURSIVE chain(actor, reached) AS (
    SELECT id, id FROM actors
    UNION SELECT chain.actor, actors.parent FROM chain JOIN actors ON actors.id = chain.reached
    WHERE actors.parent IS NOT NULL
  )
  SELECT chain.actor, chain.reached AS party, coalesce(actors.name, actors.id) AS name
  FROM chain JOIN actors ON actors.id = chain.reached WHERE actors.parent IS NULL;
"""
"""For a person who asks in SQL; no reader of ours uses them."""
