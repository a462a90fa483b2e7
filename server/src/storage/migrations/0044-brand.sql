-- Marks of organisations, drawn anew from what was sent: PNG under the hash of its bytes.
create table brand_mark (
  id text primary key check (id ~ '^[0-9a-f]{64}$'),
  bytes bytea not null check (octet_length(bytes) <= 262144),
  width_px integer not null,
  height_px integer not null,
  added_at timestamptz not null
);

-- How organisations appear on what they issue. The newest that has not expired is in force; without one the defaults are.
-- Only what an account of the demonstration sets expires.
create table brand_revision (
  organisation_id text not null references organisation (id),
  revision integer not null check (revision > 0),
  brand jsonb not null,
  mark_id text references brand_mark (id),
  updated_at timestamptz not null,
  updated_by text,
  expires_at timestamptz,
  primary key (organisation_id, revision)
);
create index brand_revision_mark_idx on brand_revision (mark_id) where mark_id is not null;

-- Who changed which brand, and what of it. No texts: what the demonstration’s visitors wrote goes when it expires.
create table brand_event (
  n bigint generated always as identity primary key,
  at timestamptz not null,
  organisation_id text not null,
  revision integer not null,
  actor_id text,
  action text not null check (action in ('set', 'set-mark', 'remove-mark')),
  detail jsonb not null,
  unique (organisation_id, revision)
);
create trigger brand_event_is_append_only before update or delete or truncate on brand_event
  for each statement execute function refuse_rewriting();
