-- What investors ask. The persons’ data are in these two tables and nowhere else: taking a row of `enquiry` out takes
-- all of it, and leaves a row of statistics that names nobody.
create table enquiry (
  -- Made by the page: sent twice, it is kept once.
  id uuid primary key,
  -- Orders the lists, and tells nothing about how many there are: people are given the reference.
  n bigint generated always as identity unique,
  reference text not null unique,
  at timestamptz not null,
  -- Counts the changes: who changes says which state they looked at.
  revision integer not null default 1,
  language text not null check (language in ('fr', 'ar', 'en')),
  name text not null,
  company text,
  email text not null,
  message text not null,
  -- What was looked for, as an address of the search holds it.
  need text,
  sites text[] not null,
  trade text,
  seats integer,
  asked_region text,
  share text,
  consent_at timestamptz not null,
  -- The notice that was agreed to: its version.
  consent_text text not null,
  owner text not null references organisation (id),
  -- Regions that it concerns: their agencies see it. None: the country’s alone.
  regions text[] not null,
  routing jsonb not null,
  status text not null check (status in ('new', 'acknowledged', 'in-progress', 'answered', 'closed', 'spam')),
  closed_reason text,
  due_at timestamptz not null,
  escalated_at timestamptz,
  first_answered_at timestamptz,
  closed_at timestamptz,
  -- When everything of it is erased. Set by what was promised when it came, and moved by what is done with it.
  keep_until timestamptz not null,
  assignee uuid references auth_user ("id") on delete set null,
  spam_score integer not null,
  spam_reasons text[] not null,
  -- Each ticket of the form sends one.
  ticket text not null unique,
  -- A keyed hash of the message: the same text from many addresses is a campaign.
  fingerprint bytea not null
);
create index enquiry_by_email on enquiry (lower(email));
create index enquiry_by_fingerprint on enquiry (fingerprint, at);
create index enquiry_by_due on enquiry (due_at) where escalated_at is null;
create index enquiry_by_end on enquiry (keep_until);

-- What was done with it and what was noted, in order. Only added to; it goes with its enquiry.
create table enquiry_note (
  n bigint generated always as identity primary key,
  id uuid not null unique default gen_random_uuid(),
  enquiry uuid not null references enquiry (id) on delete cascade,
  at timestamptz not null,
  -- Null: the service itself.
  actor_id text,
  organisation_id text,
  kind text not null check (kind in ('received', 'status', 'assigned', 'note', 'escalated')),
  text text,
  detail jsonb not null
);
create index note_of_enquiry on enquiry_note (enquiry, n);

create function refuse_rewriting_notes() returns trigger language plpgsql as $$
begin
  raise exception 'notes of enquiries are not rewritten' using errcode = 'restrict_violation';
end
$$;
create trigger enquiry_note_is_not_rewritten before update on enquiry_note
  for each statement execute function refuse_rewriting_notes();

-- What is left of an erased enquiry. Of a week, never of a day; no text, no person, no site, no reference.
create table enquiry_statistic (
  n bigint generated always as identity primary key,
  -- Monday of the week in which it came, in Morocco.
  week date not null check (extract(isodow from week) = 1),
  owner text not null,
  regions text[] not null,
  trade text,
  size_band text not null,
  outcome text not null check (outcome in ('open', 'answered', 'closed', 'spam')),
  -- From receipt to the first answer; null: there was none.
  response_hours numeric(8, 2),
  -- Null: neither answered nor yet due.
  is_within boolean
);
create index statistic_by_week on enquiry_statistic (week);
