-- The rules of a change look at a building's other offices, and the clock at the holds that end.
create index office_of_building on feature ((properties->>'buildingId')) where collection = 'offices';
create index hold_of_office on feature ((properties->>'holdEndsAt'))
  where collection = 'offices' and properties->>'status' = 'held';
