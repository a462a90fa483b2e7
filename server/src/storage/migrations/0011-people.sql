-- How often somebody failed, by the kind of attempt and whom it was about. The number of rows is bounded: a subject is a
-- keyed hash of 16 bits, so that nobody can choose whom to share a row with.
create table attempt (
  bucket integer primary key check (bucket between 0 and 65535),
  failures integer not null,
  since timestamptz not null
);

create table invitation (
  id uuid primary key,
  hash bytea not null unique,
  email text not null,
  organisation_id text not null references organisation (id),
  grants jsonb not null,
  language text not null,
  invited_by text,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);

-- Who changed whose rights. Persons only by their id, so that an account can be erased and this kept.
create table rights_event (
  n bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id text,
  action text not null,
  subject_id text not null,
  detail jsonb not null
);
create trigger rights_event_is_append_only before update or delete or truncate on rights_event
  for each statement execute function refuse_rewriting();
