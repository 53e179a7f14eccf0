-- The tables of docs/ledger.md. `entry` is the ledger; all other tables can be made again from it.

CREATE TABLE entry (
    sequence     INTEGER PRIMARY KEY,
    recorded     TEXT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('report', 'withdrawal', 'grade', 'capture')),
    subject      TEXT NOT NULL,
    value        BLOB,
    value_sha256 TEXT NOT NULL,
    previous     TEXT NOT NULL,
    hash         TEXT NOT NULL UNIQUE
) STRICT;

CREATE INDEX entry_subject ON entry (subject, kind);

CREATE TRIGGER entry_stays BEFORE DELETE ON entry
BEGIN
    SELECT RAISE(ABORT, 'an entry is never deleted');
END;

-- The one change allowed: the value of a report goes when a withdrawal of that report has been appended.
CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry
WHEN NOT (
    NEW.value IS NULL
    AND OLD.kind = 'report'
    AND (NEW.sequence, NEW.recorded, NEW.kind, NEW.subject, NEW.value_sha256, NEW.previous, NEW.hash)
        IS (OLD.sequence, OLD.recorded, OLD.kind, OLD.subject, OLD.value_sha256, OLD.previous, OLD.hash)
    AND EXISTS (SELECT 1 FROM entry WHERE subject = OLD.subject AND kind = 'withdrawal')
)
BEGIN
    SELECT RAISE(ABORT, 'an entry is never changed');
END;

CREATE TABLE report (
    number    INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    sequence  INTEGER NOT NULL UNIQUE REFERENCES entry (sequence),
    sha256    TEXT NOT NULL,
    url       TEXT,
    story     INTEGER NOT NULL,
    withdrawn INTEGER REFERENCES entry (sequence)
) STRICT;

CREATE INDEX report_story ON report (story);
CREATE INDEX report_sha256 ON report (sha256);
CREATE INDEX report_url ON report (url) WHERE url IS NOT NULL;

-- Blocking keys, as the first eight bytes of their hash.
CREATE TABLE key (
    key    INTEGER NOT NULL,
    report INTEGER NOT NULL REFERENCES report (number),
    PRIMARY KEY (key, report)
) STRICT, WITHOUT ROWID;

CREATE INDEX key_report ON key (report);

CREATE TABLE edge (
    "left"  INTEGER NOT NULL REFERENCES report (number),
    "right" INTEGER NOT NULL REFERENCES report (number),
    score   REAL NOT NULL,
    because TEXT NOT NULL,
    PRIMARY KEY ("left", "right"),
    CHECK ("left" < "right")
) STRICT, WITHOUT ROWID;

CREATE INDEX edge_right ON edge ("right");

-- What reconciling made of one story, kept until its reports or the code change.
CREATE TABLE derived (
    story INTEGER PRIMARY KEY,
    key   TEXT NOT NULL,
    value BLOB NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (title, text, tokenize = "unicode61 remove_diacritics 2");
