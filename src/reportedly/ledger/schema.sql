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
    near      INTEGER NOT NULL,
    withdrawn INTEGER REFERENCES entry (sequence)
) STRICT;

CREATE INDEX report_story ON report (story);
CREATE INDEX report_near ON report (near);
CREATE INDEX report_sha256 ON report (sha256);
CREATE INDEX report_url ON report (url) WHERE url IS NOT NULL;

-- What a report is compared by, packed by whoever compares, under the version of the packing; its keys, eight bytes each.
CREATE TABLE profile (
    report  INTEGER PRIMARY KEY REFERENCES report (number),
    version INTEGER NOT NULL,
    day     INTEGER NOT NULL,
    keys    BLOB NOT NULL,
    value   BLOB NOT NULL
) STRICT;

-- Keys by which reports of one event find each other, as the first eight bytes of their hash; the nearest in time first.
CREATE TABLE key (
    key    INTEGER NOT NULL,
    day    INTEGER NOT NULL,
    report INTEGER NOT NULL REFERENCES report (number),
    PRIMARY KEY (key, day, report)
) STRICT, WITHOUT ROWID;

-- How alike two reports of one neighbourhood are.
CREATE TABLE edge (
    "left"  INTEGER NOT NULL REFERENCES report (number),
    "right" INTEGER NOT NULL REFERENCES report (number),
    score   REAL NOT NULL,
    PRIMARY KEY ("left", "right"),
    CHECK ("left" < "right")
) STRICT, WITHOUT ROWID;

CREATE INDEX edge_right ON edge ("right");

-- Reports that went from one story into another when a report came or was withdrawn.
CREATE TABLE move (
    number   INTEGER PRIMARY KEY,
    recorded TEXT NOT NULL,
    cause    TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'rename')),
    old      TEXT NOT NULL,
    new      TEXT NOT NULL,
    reports  TEXT NOT NULL,
    because  TEXT NOT NULL
) STRICT;

CREATE INDEX move_old ON move (old);
CREATE INDEX move_new ON move (new);

-- What reconciling made of one story, kept until its reports or the code change.
CREATE TABLE derived (
    story INTEGER PRIMARY KEY,
    key   TEXT NOT NULL,
    value BLOB NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (title, text, tokenize = "unicode61 remove_diacritics 2");
