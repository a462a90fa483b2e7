-- Up to which change the record was looked through for what was frozen.
create table alert_cursor (
  freeze_id uuid primary key references shortlist_freeze (id),
  n bigint not null
);

-- What a commit did to the sites of a frozen shortlist: told once, whoever finds it. All of it follows from the record of
-- changes and from what was frozen; it is kept because it is read often.
create table alert (
  -- The order in which they were found: under a lock, so that no reader’s cursor passes one by.
  seq bigint generated always as identity primary key,
  freeze_id uuid not null references shortlist_freeze (id),
  commit_id uuid not null references commit (id),
  -- Last change of the commit.
  n bigint not null,
  at timestamptz not null,
  found_at timestamptz not null,
  -- The largest effect on any site, weighed against a threshold when it is read.
  points numeric not null,
  cost_pct numeric not null,
  seats_pct numeric not null,
  days integer not null,
  has_turn boolean not null,
  sites json not null,
  edits json not null,
  -- Edits beyond those kept.
  more_edits integer not null,
  unique (freeze_id, commit_id)
);
create index alert_of_freeze on alert (freeze_id, seq);

-- What a person wants to be told. Without a row: by the page alone, from the usual threshold on.
create table alert_reader (
  person_id uuid primary key references auth_user ("id") on delete cascade,
  points numeric not null,
  cost_pct numeric not null,
  seats_pct numeric not null,
  days integer not null,
  is_mailed boolean not null,
  -- The last one that was looked at for a letter.
  told_seq bigint not null,
  -- SHA-256 of the key in the feed’s address; null: there is none.
  feed_hash bytea unique
);
