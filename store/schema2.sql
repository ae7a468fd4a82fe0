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
ALTER TABLE person ADD COLUMN former_names TEXT NOT NULL DEFAULT '[]' CHECK(json_type(former_names)='array');
ALTER TABLE photo ADD COLUMN rights_until TEXT NOT NULL DEFAULT '';
ALTER TABLE placement ADD COLUMN crops TEXT NOT NULL DEFAULT '{}' CHECK(json_type(crops)='object');
CREATE TABLE search(
  id TEXT PRIMARY KEY CHECK(length(id)=36),
  name TEXT NOT NULL CHECK(trim(name)<>''),
  filter TEXT NOT NULL CHECK(json_type(filter)='object')
) STRICT;
CREATE TABLE custom_field(
  id TEXT PRIMARY KEY CHECK(length(id)=36),
  pos INT NOT NULL,
  name TEXT NOT NULL CHECK(trim(name)<>''),
  kind TEXT NOT NULL CHECK(kind IN('text','choice','date','number','yes or no')),
  choices TEXT NOT NULL DEFAULT '[]' CHECK(json_type(choices)='array'),
  printed INT NOT NULL DEFAULT 0 CHECK(printed IN(0,1))
) STRICT;
CREATE TABLE custom_value(
  id TEXT PRIMARY KEY CHECK(length(id)=36),
  person TEXT NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  field TEXT NOT NULL REFERENCES custom_field(id) ON DELETE CASCADE,
  value TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX custom_value_once ON custom_value(person,field);
CREATE INDEX custom_value_field ON custom_value(field);
CREATE TABLE merged(
  id TEXT PRIMARY KEY CHECK(length(id)=36),
  survivor TEXT NOT NULL CHECK(length(survivor)=36)
) STRICT;
CREATE INDEX merged_survivor ON merged(survivor);
CREATE TABLE unlike(
  id TEXT PRIMARY KEY CHECK(length(id)=36),
  a TEXT NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  b TEXT NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  CHECK(a<b)
) STRICT;
CREATE UNIQUE INDEX unlike_once ON unlike(a,b);
CREATE INDEX unlike_b ON unlike(b);
CREATE TABLE erratum(
  id TEXT PRIMARY KEY CHECK(length(id)=36),
  placement TEXT NOT NULL REFERENCES placement(id) ON DELETE CASCADE,
  noted TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL CHECK(trim(text)<>'')
) STRICT;
CREATE INDEX erratum_placement ON erratum(placement);
ALTER TABLE edition ADD COLUMN rules TEXT NOT NULL DEFAULT '[]' CHECK(json_type(rules)='array');
ALTER TABLE edition ADD COLUMN schedule TEXT NOT NULL DEFAULT '{}' CHECK(json_type(schedule)='object');
ALTER TABLE placement ADD COLUMN override_of TEXT NOT NULL DEFAULT '{}' CHECK(json_type(override_of)='object');
ALTER TABLE photo ADD COLUMN look TEXT NOT NULL DEFAULT '';
