-- Whoever writes does so in a commit: one transaction, its author and reason, and the changes of its numbers.
create table commit (
  id uuid primary key,
  first_n bigint not null unique,
  last_n bigint not null unique check (last_n >= first_n),
  at timestamptz not null,
  kind text not null check (kind in ('seed', 'edit', 'verification', 'import', 'undo', 'hold-expiry', 'repair')),
  -- A person, a token or null for the system itself; what people see of it is the role and the organisation.
  actor_id text,
  actor_role text not null,
  organisation_id text,
  method text,
  note text,
  undoes uuid,
  -- SHA-256 over this commit and its changes, and over the former link and that: a row altered anywhere breaks it.
  content bytea not null,
  chain bytea not null
);

alter table change add column commit uuid;
alter table change disable trigger change_is_append_only;
update change set commit = '00000000-0000-4000-8000-000000000001';
alter table change enable trigger change_is_append_only;
alter table change alter column commit set not null;
alter table change drop column actor;

-- A text in which no two commits are alike. Instants by their microseconds: no setting of the session changes them.
create function commit_header(c commit) returns text language sql immutable as $$
  select jsonb_build_array(c.id, c.first_n, c.last_n, (extract(epoch from c.at) * 1000000)::bigint, c.kind, c.actor_id,
    c.actor_role, c.organisation_id, c.method, c.note, c.undoes)::text
$$;

create function commit_content(c commit) returns bytea language sql stable as $$
  select sha256(convert_to(commit_header(c), 'UTF8') || coalesce(string_agg(
    sha256(convert_to(jsonb_build_array(n, (extract(epoch from at) * 1000000)::bigint, operation, collection, feature_id,
      before, after)::text, 'UTF8')), '' order by n), ''))
  from change where change.commit = c.id
$$;

-- Puts the commit at the end of the chain. The writer holds the lock under which changes are numbered.
create function seal_commit(c commit) returns void language plpgsql as $$
begin
  c.content := commit_content(c);
  c.chain := sha256(coalesce((select chain from commit order by last_n desc limit 1), '') || c.content);
  insert into commit select c.*;
end
$$;

create index change_of_commit on change (commit);

-- What an earlier release has written: its only writer was the seed.
select seal_commit(row('00000000-0000-4000-8000-000000000001', min(n), max(n), min(at), 'seed', null, 'system', null,
  null, null, null, null, null)::commit)
from change having count(*) > 0;

create trigger commit_is_append_only before update or delete or truncate on commit
  for each statement execute function refuse_rewriting();
