CREATE TABLE asset(
  id TEXT PRIMARY KEY CHECK(length(id)=36),
  kind TEXT NOT NULL CHECK(kind IN('logo','font','picture')),
  name TEXT NOT NULL DEFAULT '',
  blob TEXT NOT NULL REFERENCES blob(key),
  width INT NOT NULL DEFAULT 0 CHECK(width>=0),
  height INT NOT NULL DEFAULT 0 CHECK(height>=0),
  alt TEXT NOT NULL DEFAULT '',
  credit TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX asset_blob ON asset(blob);
