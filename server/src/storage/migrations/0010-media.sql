-- Pictures of sites. The bytes lie in the media store under their hash; here is what the catalogue may say of them.
create table media (
  id text primary key check (id ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('photo', 'plan')),
  width_px integer not null,
  height_px integer not null,
  bytes integer not null,
  added_at timestamptz not null,
  added_by text
);
