-- The attempts that are over, each once; they go with their job. The present one is in the job's row.

create table attempts (
    job_id        varchar(26) collate "C" not null references jobs (job_id) on delete cascade,
    attempt       integer not null,
    worker_id     varchar(255) collate "C" not null,
    assigned_at   timestamp(6) with time zone not null,
    started_at    timestamp(6) with time zone,
    ended_at      timestamp(6) with time zone not null,
    reason        varchar(50),
    reason_detail text,
    exit_code     integer,
    primary key (job_id, attempt)
);

alter table jobs add column assigned_at timestamp(6) with time zone;
