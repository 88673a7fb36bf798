-- On which workers an attempt failed and was followed by another, as JSON text; and when a running
-- job is over that may not run for ever.

alter table jobs add column failed_on text default '[]' not null;
alter table jobs add column run_deadline timestamp(6) with time zone;
