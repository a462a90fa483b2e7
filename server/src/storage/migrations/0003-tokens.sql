-- Keys of programs. The token itself is shown once and never stored.
create table api_token (
  id uuid primary key,
  name text not null,
  hash bytea not null unique,
  role text not null check (role in ('administrator', 'manager', 'officer', 'reader')),
  organisation_id text not null,
  territory_kind text not null check (territory_kind in ('national', 'region', 'zone', 'building')),
  territory_id text,
  created_at timestamptz not null,
  created_by text,
  expires_at timestamptz,
  revoked_at timestamptz,
  check ((territory_kind = 'national') = (territory_id is null))
);
