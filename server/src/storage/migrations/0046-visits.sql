-- What readers looked at, counted: a row is a sum over a week, never a visit. Nothing tells who, from where, with what, when
-- in the week, or which of them were one person’s.
create table visit_count (
  -- Monday of the week, in Morocco.
  week date not null check (extract(isodow from week) = 1),
  kind text not null check (kind in ('explore', 'zone', 'compare', 'ask')),
  -- Empty: of no zone in particular.
  zone text not null,
  visits integer not null check (visits > 0),
  primary key (week, kind, zone)
);
