-- The schema on PostgreSQL. Lists are JSON text; ids are ULIDs, whose text order is their order in
-- time, and compare byte by byte ("C") as in Java; times are UTC. What each index is for stands
-- beside it: there is no query without one.

create table identities (
    client_id     varchar(255) collate "C" primary key,
    roles         varchar(100) not null,
    allowed_cidrs text not null,
    key_text      varchar(1000) not null,
    key_id        varchar(255),
    created_at    timestamp(6) with time zone not null,
    row_version   bigint not null
);

create table workers (
    worker_id             varchar(255) collate "C" primary key,
    state                 varchar(20) not null,
    capabilities          text not null,
    binaries              text not null,
    paths                 text not null,
    version               varchar(255),
    slots                 integer not null,
    slots_used            integer not null check (slots_used >= 0),
    registration_interval integer not null,
    incarnation           varchar(255),
    last_seen             timestamp(6) with time zone not null,
    lease_until           timestamp(6) with time zone,
    token                 varchar(100),
    token_message_id      varchar(26) collate "C",
    last_message_id       varchar(26) collate "C",
    -- Everything up to this id was sent, at that time.
    sent_through          varchar(26) collate "C",
    sent_at               timestamp(6) with time zone,
    row_version           bigint not null
)
-- Slots are taken and given back all day: room on the page keeps that off the indexes.
with (fillfactor = 50);
-- Who may get a job, and who is present.
create index workers_by_state on workers (state);
-- Who was silent for too long.
create index workers_by_lease on workers (lease_until);
-- Who was here lately.
create index workers_by_last_seen on workers (last_seen);

create table jobs (
    job_id             varchar(26) collate "C" primary key,
    requester_id       varchar(255) collate "C" not null,
    binary_name        varchar(255) not null,
    arguments          text not null,
    paths              text not null,
    working_directory  text,
    heartbeat_interval integer not null,
    callback           text not null,
    lane               varchar(32) collate "C" not null,
    idempotency_key    varchar(255),
    request_hash       varchar(64),
    created_at         timestamp(6) with time zone not null,

    state              varchar(20) not null,
    last_update        timestamp(6) with time zone not null,
    attempt            integer not null,
    worker_id          varchar(255) collate "C",
    last_worker_id     varchar(255) collate "C",
    incarnation        varchar(255),
    worker_last_seen   timestamp(6) with time zone,
    started_at         timestamp(6) with time zone,
    monitored          boolean not null,
    client_last_seen   timestamp(6) with time zone,
    client_deadline    timestamp(6) with time zone,
    cancel_deadline    timestamp(6) with time zone,
    -- The year 9999 as long as the job has not ended: "active, or ended since" is one range.
    ended_at           timestamp(6) with time zone not null,
    exit_code          integer,
    reason             varchar(50),
    reason_detail      text,
    last_message_id    varchar(26) collate "C",
    last_log_id        varchar(26) collate "C",
    sent_through       varchar(26) collate "C",
    sent_at            timestamp(6) with time zone,
    row_version        bigint not null
)
with (fillfactor = 70);
-- The heads of the lanes, and what is overdue in one state.
create index jobs_by_lane on jobs (state, lane, job_id);
-- What a worker holds.
create index jobs_by_worker on jobs (worker_id, state);
-- The jobs of a requester: the active ones by id, the ended ones by time.
create index jobs_by_requester on jobs (requester_id, ended_at, job_id);
-- The same for everybody.
create index jobs_by_end on jobs (ended_at, job_id);
-- Whose client was silent for too long.
create index jobs_by_client_deadline on jobs (client_deadline) where client_deadline is not null;
-- One job per key.
create unique index jobs_by_idempotency_key on jobs (requester_id, idempotency_key);

-- What workers and requesters shall hear, each as it goes out; id order is commit order in a channel.
create table messages (
    channel      varchar(300) collate "C" not null,
    message_id   varchar(26) collate "C" not null,
    job_id       varchar(26) collate "C",
    message_type varchar(100) not null,
    body         text not null,
    primary key (channel, message_id)
);

-- One row: when the service was last awake.
create table service_presence (
    id          integer primary key check (id = 1),
    last_tick   timestamp(6) with time zone not null,
    resumed_at  timestamp(6) with time zone not null,
    row_version bigint not null
);
