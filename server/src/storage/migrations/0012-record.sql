-- The record read by place, by moment and by commit. The expressions are those of server/src/storage/places.ts, word by
-- word: another spelling would not use the index.
create index change_in_zone on change (
  (case collection when 'zones' then feature_id else coalesce(after, before)->'properties'->>'zoneId' end), n);
create index change_in_building on change (
  (case collection when 'buildings' then feature_id else coalesce(after, before)->'properties'->>'buildingId' end), n);
-- What was taken elsewhere left a place that its last state does not name.
create index change_left_zone on change ((before->'properties'->>'zoneId'), n)
  where operation = 'update' and before->'properties'->>'zoneId' <> after->'properties'->>'zoneId';
create index commit_at on commit (at, last_n);
create index commit_of_actor on commit (actor_id, last_n);
create index commit_undoing on commit (undoes) where undoes is not null;
