CREATE TABLE meta(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE organisation(
  id TEXT PRIMARY KEY CHECK(length(id)=36),
  name TEXT NOT NULL CHECK(trim(name)<>''),
  sort_as TEXT NOT NULL DEFAULT '',
  sector TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX organisation_name ON organisation(name);
CREATE TABLE blob(
  key TEXT PRIMARY KEY CHECK(length(key)=64),
  mime TEXT NOT NULL,
  data BLOB NOT NULL
) STRICT;
CREATE TABLE person(
  id TEXT PRIMARY KEY CHECK(length(id)=36),
  prefix TEXT NOT NULL DEFAULT '',
  given TEXT NOT NULL DEFAULT '',
  particle TEXT NOT NULL DEFAULT '',
  family TEXT NOT NULL DEFAULT '',
  post_nominals TEXT NOT NULL DEFAULT '',
  family_first INT NOT NULL DEFAULT 0 CHECK(family_first IN(0,1)),
  sort_as TEXT NOT NULL DEFAULT '',
  pronouns TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  organisation TEXT REFERENCES organisation(id),
  sector TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  photo TEXT REFERENCES photo(id),
  consent TEXT NOT NULL DEFAULT 'unknown' CHECK(consent IN('unknown','asked','granted','refused')),
  consent_date TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  contact TEXT NOT NULL DEFAULT '',
  trashed INT NOT NULL DEFAULT 0 CHECK(trashed IN(0,1)),
  CHECK(trim(given||family)<>'')
) STRICT;
CREATE INDEX person_organisation ON person(organisation);
CREATE INDEX person_photo ON person(photo);
CREATE TABLE photo(
  id TEXT PRIMARY KEY CHECK(length(id)=36),
  person TEXT REFERENCES person(id),
  master TEXT NOT NULL REFERENCES blob(key),
  original TEXT NOT NULL REFERENCES blob(key),
  width INT NOT NULL CHECK(width>0),
  height INT NOT NULL CHECK(height>0),
  credit TEXT NOT NULL DEFAULT '',
  rights TEXT NOT NULL DEFAULT '',
  alt TEXT NOT NULL DEFAULT '',
  file_name TEXT NOT NULL DEFAULT '',
  focal_x REAL NOT NULL DEFAULT 0.5 CHECK(focal_x BETWEEN 0 AND 1),
  focal_y REAL NOT NULL DEFAULT 0.5 CHECK(focal_y BETWEEN 0 AND 1)
) STRICT;
CREATE INDEX photo_person ON photo(person);
CREATE INDEX photo_master ON photo(master);
CREATE INDEX photo_original ON photo(original);
CREATE TABLE list(
  id TEXT PRIMARY KEY CHECK(length(id)=36),
  name TEXT NOT NULL CHECK(trim(name)<>''),
  former_names TEXT NOT NULL DEFAULT '[]' CHECK(json_type(former_names)='array')
) STRICT;
CREATE TABLE edition(
  id TEXT PRIMARY KEY CHECK(length(id)=36),
  list TEXT NOT NULL REFERENCES list(id),
  list_name TEXT NOT NULL CHECK(trim(list_name)<>''),
  year INT NOT NULL CHECK(year BETWEEN 1 AND 9999),
  region TEXT NOT NULL DEFAULT '',
  size INT NOT NULL DEFAULT 0 CHECK(size>=0),
  scheme TEXT NOT NULL DEFAULT 'full' CHECK(scheme IN('full','top','bands','categories','unranked')),
  scheme_top INT NOT NULL DEFAULT 0 CHECK(scheme_top>=0),
  scheme_bands TEXT NOT NULL DEFAULT '[]' CHECK(json_type(scheme_bands)='array'),
  tie_style TEXT NOT NULL DEFAULT '=3' CHECK(tie_style IN('=3','3=')),
  categories TEXT NOT NULL DEFAULT '[]' CHECK(json_type(categories)='array'),
  questions TEXT NOT NULL DEFAULT '[]' CHECK(json_type(questions)='array'),
  predecessor TEXT REFERENCES edition(id) ON DELETE SET NULL,
  locale TEXT NOT NULL DEFAULT 'en-GB',
  finished INT NOT NULL DEFAULT 0 CHECK(finished IN(0,1)),
  frozen INT NOT NULL DEFAULT 0 CHECK(frozen IN(0,1)),
  published TEXT NOT NULL DEFAULT '',
  method TEXT NOT NULL DEFAULT '',
  criteria TEXT NOT NULL DEFAULT '',
  judges TEXT NOT NULL DEFAULT '[]' CHECK(json_type(judges)='array')
) STRICT;
CREATE UNIQUE INDEX edition_once ON edition(list,year,region);
CREATE INDEX edition_predecessor ON edition(predecessor);
CREATE TABLE placement(
  id TEXT PRIMARY KEY CHECK(length(id)=36),
  edition TEXT NOT NULL REFERENCES edition(id) ON DELETE CASCADE,
  kind TEXT NOT NULL DEFAULT 'person' CHECK(kind IN('person','joint','organisation','thing')),
  entry_name TEXT NOT NULL DEFAULT '',
  organisation TEXT REFERENCES organisation(id),
  category TEXT NOT NULL DEFAULT '',
  pos INT NOT NULL CHECK(pos<>0),
  rank_number INT NOT NULL DEFAULT 0 CHECK(rank_number>=0),
  rank_tied INT NOT NULL DEFAULT 0 CHECK(rank_tied IN(0,1)),
  rank_to INT NOT NULL DEFAULT 0 CHECK(rank_to>=-1),
  rank_band TEXT NOT NULL DEFAULT '',
  rank_reason TEXT NOT NULL DEFAULT '' CHECK(rank_reason IN('','by scheme','unknown','not yet','out of scope')),
  rank_source TEXT NOT NULL DEFAULT '',
  citation TEXT NOT NULL DEFAULT '',
  strapline TEXT NOT NULL DEFAULT '',
  sector TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'confirmed' CHECK(status IN('nominated','longlisted','shortlisted','confirmed','signed off','reserve','declined','withdrawn')),
  list_name TEXT NOT NULL DEFAULT '',
  photo TEXT REFERENCES photo(id),
  crop_x REAL NOT NULL DEFAULT 0 CHECK(crop_x BETWEEN 0 AND 1),
  crop_y REAL NOT NULL DEFAULT 0 CHECK(crop_y BETWEEN 0 AND 1),
  crop_w REAL NOT NULL DEFAULT 0 CHECK(crop_w BETWEEN 0 AND 1),
  crop_h REAL NOT NULL DEFAULT 0 CHECK(crop_h BETWEEN 0 AND 1),
  video TEXT NOT NULL DEFAULT '',
  overrides TEXT NOT NULL DEFAULT '{}' CHECK(json_type(overrides)='object')
) STRICT;
CREATE UNIQUE INDEX placement_order ON placement(edition,category,pos);
CREATE INDEX placement_organisation ON placement(organisation);
CREATE INDEX placement_photo ON placement(photo);
CREATE TABLE member(
  id TEXT PRIMARY KEY CHECK(length(id)=36),
  placement TEXT NOT NULL REFERENCES placement(id) ON DELETE CASCADE,
  pos INT NOT NULL CHECK(pos>=1),
  person TEXT NOT NULL REFERENCES person(id),
  prefix TEXT NOT NULL DEFAULT '',
  given TEXT NOT NULL DEFAULT '',
  particle TEXT NOT NULL DEFAULT '',
  family TEXT NOT NULL DEFAULT '',
  post_nominals TEXT NOT NULL DEFAULT '',
  family_first INT NOT NULL DEFAULT 0 CHECK(family_first IN(0,1)),
  sort_as TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  organisation TEXT NOT NULL DEFAULT '',
  organisation_id TEXT REFERENCES organisation(id)
) STRICT;
CREATE UNIQUE INDEX member_order ON member(placement,pos);
CREATE INDEX member_person ON member(person);
CREATE INDEX member_organisation ON member(organisation_id);
CREATE TABLE answer(
  id TEXT PRIMARY KEY CHECK(length(id)=36),
  placement TEXT NOT NULL REFERENCES placement(id) ON DELETE CASCADE,
  pos INT NOT NULL CHECK(pos>=1),
  question TEXT NOT NULL DEFAULT '',
  original TEXT NOT NULL DEFAULT '',
  edited TEXT,
  approved INT NOT NULL DEFAULT 0 CHECK(approved IN(0,1)),
  speaker TEXT REFERENCES person(id),
  themes TEXT NOT NULL DEFAULT '[]' CHECK(json_type(themes)='array'),
  excerpt TEXT NOT NULL DEFAULT '[]' CHECK(json_type(excerpt)='array'),
  excerpt_text TEXT NOT NULL DEFAULT '',
  excerpt_stale INT NOT NULL DEFAULT 0 CHECK(excerpt_stale IN(0,1)),
  quote TEXT NOT NULL DEFAULT '[]' CHECK(json_type(quote)='array'),
  quote_text TEXT NOT NULL DEFAULT '',
  quote_stale INT NOT NULL DEFAULT 0 CHECK(quote_stale IN(0,1))
) STRICT;
CREATE INDEX answer_order ON answer(placement,pos);
CREATE INDEX answer_speaker ON answer(speaker);
CREATE TABLE yearbook(
  id TEXT PRIMARY KEY REFERENCES edition(id) ON DELETE CASCADE,
  definition TEXT NOT NULL CHECK(json_type(definition)='object')
) STRICT;
CREATE TABLE op(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  began INT NOT NULL,
  ended INT NOT NULL CHECK(ended>=began),
  actor TEXT NOT NULL,
  device TEXT NOT NULL DEFAULT '',
  label TEXT NOT NULL,
  args TEXT NOT NULL DEFAULT '{}' CHECK(json_type(args)='object'),
  kind TEXT NOT NULL CHECK(kind IN('edit','undo','redo','import','migrate')),
  joins TEXT NOT NULL DEFAULT '',
  target INT REFERENCES op(id),
  undone_by INT REFERENCES op(id)
) STRICT;
CREATE INDEX op_target ON op(target);
CREATE INDEX op_undone ON op(undone_by);
CREATE TABLE change(
  id INTEGER PRIMARY KEY,
  op INT NOT NULL REFERENCES op(id) ON DELETE CASCADE,
  tbl TEXT NOT NULL,
  row TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN('I','U','D')),
  col TEXT NOT NULL DEFAULT '',
  old ANY,
  new ANY
) STRICT;
CREATE INDEX change_row ON change(tbl,row,id);
CREATE INDEX change_op ON change(op);
