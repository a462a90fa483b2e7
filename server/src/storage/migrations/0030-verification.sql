-- A verification that could not be done: nobody was there, nobody answered. It changes nothing and is shown with what
-- is due, so that the next one does not set out in vain.
create table verification_attempt (
  id uuid primary key,
  at timestamptz not null,
  office_id text collate "C" not null,
  fields text[] not null check (cardinality(fields) > 0),
  reason text not null check (reason in ('no-access', 'no-answer', 'not-known', 'disputed', 'other')),
  note text,
  actor_id text,
  actor_role text not null,
  organisation_id text
);
create index attempt_of_office on verification_attempt (office_id, at desc);

-- Offices confirmed together. A sample that the server draws is confirmed one by one first, each value given again.
create table verification_round (
  id uuid primary key,
  at timestamptz not null,
  -- In Morocco. A round is confirmed on its own day or not at all: a verification is never of another day.
  day date not null,
  actor_id text not null,
  method text not null,
  -- Version of the catalogue that was looked at: what changed since is not confirmed.
  base bigint not null
);
create index round_of_actor on verification_round (actor_id, day);

create table round_office (
  round uuid not null references verification_round (id) on delete cascade,
  office_id text collate "C" not null,
  fields text[] not null check (cardinality(fields) > 0),
  is_sample boolean not null,
  -- Times that a value given again was not the one on record.
  misses integer not null default 0,
  primary key (round, office_id)
);
