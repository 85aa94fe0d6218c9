"""The member's one SQLite file: schema, numbered migrations, one file an aggregate; the only SQL."""

from calabazas.store.engine import Store, StoreError, member_path, members, open_member

__all__ = ["Store", "StoreError", "member_path", "members", "open_member"]
