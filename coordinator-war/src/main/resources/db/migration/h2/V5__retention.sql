-- Up to where the sweeps of retention have deleted, in the order of the index jobs_by_end: the next
-- one goes on from there, whoever runs it.
create table retention_marks (
    sweep    varchar(20) primary key,
    ended_at timestamp(6) with time zone not null,
    job_id   varchar(26) not null
);
