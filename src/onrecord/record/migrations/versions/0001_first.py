"""The first tables: reports as collected, the texts read from them, and statements; all append-only.

Frozen as released: it never follows later changes to `tables.py`.
"""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    """
    CREATE TABLE story (
        id INTEGER NOT NULL,
        format INTEGER NOT NULL,
        made_with TEXT NOT NULL,
        made TEXT NOT NULL,
        CONSTRAINT pk_story PRIMARY KEY (id),
        CONSTRAINT ck_story_alone CHECK (id = 1)
    )
    """,
    """
    CREATE TABLE blob (
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        CONSTRAINT pk_blob PRIMARY KEY (sha256)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE report (
        id INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        name TEXT NOT NULL,
        added TEXT NOT NULL,
        CONSTRAINT pk_report PRIMARY KEY (id),
        CONSTRAINT uq_report_sha256 UNIQUE (sha256),
        CONSTRAINT fk_report_sha256 FOREIGN KEY(sha256) REFERENCES blob (sha256),
        CONSTRAINT uq_report_name UNIQUE (name)
    )
    """,
    """
    CREATE TABLE sighting (
        id INTEGER NOT NULL,
        report_id INTEGER NOT NULL,
        name TEXT NOT NULL,
        seen TEXT NOT NULL,
        CONSTRAINT pk_sighting PRIMARY KEY (id),
        CONSTRAINT uq_sighting_report_id_name UNIQUE (report_id, name),
        CONSTRAINT fk_sighting_report_id FOREIGN KEY(report_id) REFERENCES report (id)
    )
    """,
    """
    CREATE INDEX ix_sighting_name ON sighting (name)
    """,
    """
    CREATE TABLE text_version (
        id INTEGER NOT NULL,
        report_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        digest TEXT NOT NULL,
        created TEXT NOT NULL,
        media_type TEXT NOT NULL,
        encoding TEXT NOT NULL,
        encoding_basis TEXT NOT NULL,
        replaced INTEGER NOT NULL,
        text_sha256 TEXT NOT NULL,
        offsets TEXT NOT NULL,
        text TEXT NOT NULL,
        CONSTRAINT pk_text_version PRIMARY KEY (id),
        CONSTRAINT uq_text_version_report_id_number UNIQUE (report_id, number),
        CONSTRAINT uq_text_version_report_id_digest UNIQUE (report_id, digest),
        CONSTRAINT fk_text_version_report_id FOREIGN KEY(report_id) REFERENCES report (id)
    )
    """,
    """
    CREATE TABLE part (
        version_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        kind TEXT NOT NULL,
        why TEXT NOT NULL,
        CONSTRAINT pk_part PRIMARY KEY (version_id, number),
        CONSTRAINT ck_part_place CHECK (start >= 0 AND "end" >= start),
        CONSTRAINT fk_part_version_id FOREIGN KEY(version_id) REFERENCES text_version (id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE finding (
        version_id INTEGER NOT NULL,
        field TEXT NOT NULL,
        number INTEGER NOT NULL,
        value TEXT NOT NULL,
        as_written TEXT NOT NULL,
        start INTEGER,
        "end" INTEGER,
        basis TEXT NOT NULL,
        CONSTRAINT pk_finding PRIMARY KEY (version_id, field, number),
        CONSTRAINT ck_finding_place CHECK ((start IS NULL AND "end" IS NULL) OR (start >= 0 AND "end" >= start)),
        CONSTRAINT fk_finding_version_id FOREIGN KEY(version_id) REFERENCES text_version (id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE text_notice (
        version_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        code TEXT NOT NULL,
        message TEXT NOT NULL,
        CONSTRAINT pk_text_notice PRIMARY KEY (version_id, number),
        CONSTRAINT fk_text_notice_version_id FOREIGN KEY(version_id) REFERENCES text_version (id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE reading (
        id INTEGER NOT NULL,
        version_id INTEGER NOT NULL,
        model TEXT NOT NULL,
        created TEXT NOT NULL,
        digest TEXT NOT NULL,
        CONSTRAINT pk_reading PRIMARY KEY (id),
        CONSTRAINT uq_reading_version_id_model UNIQUE (version_id, model),
        CONSTRAINT fk_reading_version_id FOREIGN KEY(version_id) REFERENCES text_version (id)
    )
    """,
    """
    CREATE TABLE effect (
        id INTEGER NOT NULL,
        report_id INTEGER NOT NULL,
        reading_id INTEGER NOT NULL,
        since TEXT NOT NULL,
        CONSTRAINT pk_effect PRIMARY KEY (id),
        CONSTRAINT fk_effect_report_id FOREIGN KEY(report_id) REFERENCES report (id),
        CONSTRAINT fk_effect_reading_id FOREIGN KEY(reading_id) REFERENCES reading (id)
    )
    """,
    """
    CREATE INDEX ix_effect_report_id ON effect (report_id)
    """,
    """
    CREATE TABLE reading_notice (
        reading_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        code TEXT NOT NULL,
        message TEXT NOT NULL,
        CONSTRAINT pk_reading_notice PRIMARY KEY (reading_id, number),
        CONSTRAINT fk_reading_notice_reading_id FOREIGN KEY(reading_id) REFERENCES reading (id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE statement (
        id INTEGER NOT NULL,
        reading_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        act TEXT NOT NULL,
        quoted TEXT NOT NULL,
        score FLOAT NOT NULL,
        why TEXT NOT NULL,
        speaker TEXT,
        said_earliest TEXT,
        said_latest TEXT,
        CONSTRAINT pk_statement PRIMARY KEY (id),
        CONSTRAINT uq_statement_reading_id_number UNIQUE (reading_id, number),
        CONSTRAINT fk_statement_reading_id FOREIGN KEY(reading_id) REFERENCES reading (id)
    )
    """,
    """
    CREATE TABLE statement_via (
        statement_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        name TEXT NOT NULL,
        CONSTRAINT pk_statement_via PRIMARY KEY (statement_id, number),
        CONSTRAINT fk_statement_via_statement_id FOREIGN KEY(statement_id) REFERENCES statement (id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE statement_span (
        statement_id INTEGER NOT NULL,
        role TEXT NOT NULL,
        piece INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        CONSTRAINT pk_statement_span PRIMARY KEY (statement_id, role, piece),
        CONSTRAINT ck_statement_span_role CHECK (role IN ('source', 'cue', 'content')),
        CONSTRAINT ck_statement_span_place CHECK (start >= 0 AND "end" >= start),
        CONSTRAINT fk_statement_span_statement_id FOREIGN KEY(statement_id) REFERENCES statement (id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE VIRTUAL TABLE text_search USING fts5(text, content='', detail=none, tokenize='trigram case_sensitive 1')
    """,
)

APPEND_ONLY = (
    "blob",
    "effect",
    "finding",
    "part",
    "reading",
    "reading_notice",
    "report",
    "sighting",
    "statement",
    "statement_span",
    "statement_via",
    "story",
    "text_notice",
    "text_version",
)


def upgrade() -> None:
    op.execute("PRAGMA application_id = 1332630115")
    for statement in TABLES:
        op.execute(statement)
    for table in APPEND_ONLY:
        for change in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change} BEFORE {change.upper()} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END"
            )
