-- What the folder was seeded with: a start with other settings is refused instead of mixing two catalogues.
create table origin (
  single boolean primary key default true check (single),
  catalogue text not null,
  inventory text not null,
  seeded_at timestamptz not null
);

-- The record of every change, from the first row on. The present and the past are readings of it.
create table change (
  n bigint primary key check (n > 0),
  at timestamptz not null,
  actor text not null,
  operation text not null check (operation in ('seed', 'create', 'update', 'delete')),
  collection text not null,
  feature_id text collate "C" not null,
  before jsonb,
  after jsonb,
  check ((operation in ('seed', 'create')) = (before is null)),
  check ((operation = 'delete') = (after is null))
);
create index change_of_feature on change (collection, feature_id, n desc);

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'the record of changes is append-only: % refused', tg_op using errcode = 'restrict_violation';
end
$$;
create trigger change_is_append_only before update or delete or truncate on change
  for each statement execute function refuse_rewriting();

-- The present: the last state of each record. `version` is the change that wrote it.
create table feature (
  collection text not null,
  id text collate "C" not null,
  version bigint not null,
  geometry jsonb,
  lon double precision,
  lat double precision,
  min_lon double precision,
  min_lat double precision,
  max_lon double precision,
  max_lat double precision,
  properties jsonb not null,
  -- Sums of it tell in one query whether a snapshot in memory has drifted from the store.
  hash bigint generated always as (hashtextextended(coalesce(geometry::text, '') || properties::text, 0)) stored,
  primary key (collection, id)
);
