-- Files sent in to be compared with the catalogue. Nothing of them is in the catalogue before they are applied; a day
-- after they came they are gone.
create table import (
  id uuid primary key,
  actor_id text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  file_name text not null,
  file_type text not null check (file_type in ('xlsx', 'csv', 'geojson')),
  file bytea not null,
  choices jsonb not null,
  -- Counts the previews: who applies says which one they looked at.
  revision integer not null,
  -- What applying would do, as gzipped JSON.
  preview bytea not null,
  applied_at timestamptz
);
create index import_of_actor on import (actor_id, created_at);
create index import_by_end on import (expires_at);
