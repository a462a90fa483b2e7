-- What people looked for, told coarsely and counted. A row is a shape in a week, never a search: nothing tells who asked,
-- from where, when in the week, or which searches came from one person.
create table demand_shape (
  -- Monday of the week, in Morocco.
  week date not null check (extract(isodow from week) = 1),
  shape text collate "C" not null,
  searches integer not null check (searches > 0),
  primary key (week, shape)
);

-- Why zones did not answer, of a closed week. Made once, from the catalogue as it was when the week closed, and never
-- again: asking a second time, or changing the catalogue in between, tells nothing new.
create table demand_report (
  week date primary key,
  version bigint not null,
  made_at timestamptz not null,
  groups jsonb not null
);
