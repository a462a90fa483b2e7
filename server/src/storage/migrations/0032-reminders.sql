-- Who wants no letter of reminders.
alter table auth_user add column "noReminders" boolean not null default false;

-- The letters of reminders. Written before a letter is sent: of several servers, the one that writes the row sends it.
create table reminder_letter (
  -- Monday of the week, in Morocco.
  week date not null check (extract(isodow from week) = 1),
  person_id uuid not null references auth_user ("id") on delete cascade,
  at timestamptz not null,
  primary key (week, person_id)
);
