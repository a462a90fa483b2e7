-- An enquiry knows the link that it came from, by its id. What was in this column could have been a link’s token, which is
-- kept nowhere.
alter table enquiry drop column share;
alter table enquiry add column share_id uuid references share (id) on delete set null;

-- Who is asked for what a questionnaire lacks is written to once, when what is asked together has gathered.
alter table rfi_gap add column assigned_at timestamptz not null default now();
alter table rfi_gap add column told_at timestamptz;
update rfi_gap set told_at = now();
create index gap_to_tell on rfi_gap (assigned_at) where told_at is null;

-- An enquiry that was erased is tied to nothing.
update rfi set enquiry_id = null where enquiry_id not in (select id from enquiry);
alter table rfi add foreign key (enquiry_id) references enquiry (id) on delete set null;
