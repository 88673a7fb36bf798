-- The slots of a worker by pool: slots and slots_used are those of the pool cpu, those for probes
-- stand apart, all others are JSON text.

alter table workers add column probe_slots integer default 0 not null;
alter table workers add column probe_slots_used integer default 0 not null check (probe_slots_used >= 0);
alter table workers add column other_slots varchar(10000) default '{}' not null;
alter table workers add column other_slots_used varchar(10000) default '{}' not null;

-- What a job takes of all pools together.
alter table jobs add column weight integer default 1 not null;

-- Why an operator lets a worker have no new jobs; null if it may have some.
alter table workers add column operator_hold varchar(20);

-- One row as long as the queue is paused.
create table queue_pause (
    id        integer primary key check (id = 1),
    paused_by varchar(255) not null,
    paused_at timestamp(6) with time zone not null
);
