-- Where a job stands in the queue: its class, its priority, the time before which it is kept back,
-- and the time after which it is given up. The options are what was asked for, as JSON text.

alter table jobs add column options text default '{}' not null;
alter table jobs add column job_class varchar(10) default 'normal' not null;
alter table jobs add column priority integer default 0 not null;
alter table jobs add column not_before timestamp(6) with time zone;
alter table jobs add column queue_deadline timestamp(6) with time zone;

-- A lane in its order; and what is overdue in one state.
drop index jobs_by_lane;
create index jobs_by_lane on jobs (state, lane, priority desc, job_id);
-- Who is kept back, and who has waited for too long.
create index jobs_by_not_before on jobs (not_before) where not_before is not null;
create index jobs_by_queue_deadline on jobs (queue_deadline) where queue_deadline is not null;
