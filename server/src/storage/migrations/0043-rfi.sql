-- Questionnaires of consultants that agencies fill in. Several officers of an organisation work on one; ninety days after
-- it came it is gone, with the file.
create table rfi (
  id uuid primary key,
  organisation_id text not null references organisation (id),
  created_by text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  file_name text not null,
  file bytea not null check (length(file) <= 10485760),
  -- Of the texts that are filled in, and of the sheet of sources.
  language text not null check (language in ('fr', 'ar', 'en')),
  zone_ids text[] not null check (cardinality(zone_ids) between 1 and 12),
  -- The enquiry that it answers, where there is one.
  enquiry_id uuid,
  -- The questions as they were found. Answers are computed when they are asked for, from the catalogue of that moment.
  form jsonb not null,
  -- By question: the field that somebody chose, or null for a cell that stays empty.
  choices jsonb not null,
  -- Counts the decisions: who decides says which ones they had seen.
  revision integer not null
);
create index rfi_of_organisation on rfi (organisation_id, created_at);
create index rfi_by_end on rfi (expires_at);

-- What the catalogue does not know, asked of somebody by a day. The answer goes into the workbook as declared, never into
-- the catalogue.
create table rfi_gap (
  id uuid primary key,
  rfi_id uuid not null references rfi (id) on delete cascade,
  cell text not null,
  owner_organisation_id text references organisation (id),
  owner_person_id uuid references auth_user ("id") on delete set null,
  due_on date not null,
  answer jsonb,
  answered_on date,
  answered_by_role text,
  unique (rfi_id, cell),
  check (num_nonnulls(owner_organisation_id, owner_person_id) <= 1),
  check (num_nonnulls(answer, answered_on, answered_by_role) in (0, 3))
);
