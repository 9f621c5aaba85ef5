"""Records made by the migrations alone, as an older version of On Record would have left them."""

from pathlib import Path

from alembic import command
from sqlalchemy import create_engine, event

from onrecord.record.upgrading import configuration


def migrate(file: Path, revision: str) -> None:
    """Make `file` with every migration up to `revision`."""
    engine = create_engine(f"sqlite:///{file}")
    event.listen(engine, "connect", lambda connection, _: setattr(connection, "isolation_level", None))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    config = configuration()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()
