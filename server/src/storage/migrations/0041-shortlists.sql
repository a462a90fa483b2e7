-- Shortlists of organisations. Every state that was saved stays, so that what two people write at once can be merged.
create table shortlist (
  id uuid primary key,
  organisation_id text not null references organisation (id),
  revision integer not null,
  archived_at timestamptz
);
create index shortlist_of_organisation on shortlist (organisation_id);

create table shortlist_revision (
  shortlist uuid not null references shortlist (id) on delete cascade,
  revision integer not null,
  -- As text: its members keep the order in which they came.
  content json not null,
  at timestamptz not null,
  -- Names nobody by itself; null: the person was erased.
  by text,
  primary key (shortlist, revision)
);

-- What was frozen, under the SHA-256 of its canonical JSON. It never changes: an altered byte no longer has its name.
create table frozen (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  content text not null check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
);
create trigger frozen_is_append_only before update or delete or truncate on frozen
  for each statement execute function refuse_rewriting();

-- That a shortlist was frozen: when, and from which version of the catalogue.
create table shortlist_freeze (
  id uuid primary key,
  shortlist uuid not null references shortlist (id),
  revision integer not null,
  hash text not null references frozen (hash),
  version bigint not null,
  at timestamptz not null,
  by text,
  -- In what its dossier is set: a brand may change, and one of the demonstration goes after a day.
  brand json not null,
  mark bytea
);
create index freeze_of_shortlist on shortlist_freeze (shortlist, at desc);

-- Links. Of a token only its hash is kept: who reads this table can open nothing.
create table share (
  id uuid primary key,
  token_hash bytea not null unique,
  kind text not null check (kind in ('personal', 'public', 'private')),
  organisation_id text references organisation (id),
  freeze_id uuid references shortlist_freeze (id),
  recipient text,
  language text not null check (language in ('fr', 'ar', 'en')),
  -- argon2id; null: the link alone opens it.
  passphrase text,
  -- An investor’s own scenario: only the browsers that have the key can read it.
  ciphertext bytea,
  -- SHA-256 of the secret with which its maker, who has no account, ends it.
  end_hash bytea,
  created_at timestamptz not null,
  created_by text,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  check ((kind = 'private') = (ciphertext is not null) and (kind = 'private') = (end_hash is not null)),
  check ((kind = 'private') = (freeze_id is null) and (kind = 'private') = (organisation_id is null)),
  check ((kind = 'personal') = (recipient is not null))
);
create index share_of_freeze on share (freeze_id);
create index share_by_end on share (expires_at) where kind = 'private';

-- When a link was opened and what was taken along; neither from where nor with what.
create table share_opening (
  share uuid not null references share (id) on delete cascade,
  at timestamptz not null,
  what text not null check (what in ('page', 'pdf', 'xlsx', 'csv', 'geojson'))
);
create index opening_of_share on share_opening (share, at desc);
