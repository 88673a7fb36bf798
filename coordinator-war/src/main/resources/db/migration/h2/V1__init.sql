-- The schema on H2. Lists are JSON text; ids are ULIDs, whose text order is their order in time;
-- times are UTC. What each index is for stands beside it: there is no query without one.

create table identities (
    client_id     varchar(255) primary key,
    roles         varchar(100) not null,
    allowed_cidrs varchar(100000) not null,
    key_text      varchar(1000) not null,
    key_id        varchar(255),
    created_at    timestamp(6) with time zone not null,
    row_version   bigint not null
);

create table workers (
    worker_id             varchar(255) primary key,
    state                 varchar(20) not null,
    capabilities          varchar(1000000) not null,
    binaries              varchar(100000) not null,
    paths                 varchar(1000000) not null,
    version               varchar(255),
    slots                 integer not null,
    slots_used            integer not null check (slots_used >= 0),
    registration_interval integer not null,
    incarnation           varchar(255),
    last_seen             timestamp(6) with time zone not null,
    lease_until           timestamp(6) with time zone,
    token                 varchar(100),
    token_message_id      varchar(26),
    last_message_id       varchar(26),
    -- Everything up to this id was sent, at that time.
    sent_through          varchar(26),
    sent_at               timestamp(6) with time zone,
    row_version           bigint not null
);
-- Who may get a job, and who is present.
create index workers_by_state on workers (state);
-- Who was silent for too long.
create index workers_by_lease on workers (lease_until);
-- Who was here lately.
create index workers_by_last_seen on workers (last_seen);

create table jobs (
    job_id             varchar(26) primary key,
    requester_id       varchar(255) not null,
    binary_name        varchar(255) not null,
    arguments          varchar(1000000) not null,
    paths              varchar(1000000) not null,
    working_directory  varchar(10000),
    heartbeat_interval integer not null,
    callback           varchar(10000) not null,
    lane               varchar(32) not null,
    idempotency_key    varchar(255),
    request_hash       varchar(64),
    created_at         timestamp(6) with time zone not null,

    state              varchar(20) not null,
    last_update        timestamp(6) with time zone not null,
    attempt            integer not null,
    worker_id          varchar(255),
    last_worker_id     varchar(255),
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
    reason_detail      varchar(10000),
    last_message_id    varchar(26),
    last_log_id        varchar(26),
    sent_through       varchar(26),
    sent_at            timestamp(6) with time zone,
    row_version        bigint not null
);
-- The heads of the lanes, and what is overdue in one state.
create index jobs_by_lane on jobs (state, lane, job_id);
-- What a worker holds.
create index jobs_by_worker on jobs (worker_id, state);
-- The jobs of a requester: the active ones by id, the ended ones by time.
create index jobs_by_requester on jobs (requester_id, ended_at, job_id);
-- The same for everybody.
create index jobs_by_end on jobs (ended_at, job_id);
-- Whose client was silent for too long.
create index jobs_by_client_deadline on jobs (client_deadline);
-- One job per key.
create unique index jobs_by_idempotency_key on jobs (requester_id, idempotency_key);

-- What workers and requesters shall hear, each as it goes out; id order is commit order in a channel.
create table messages (
    channel      varchar(300) not null,
    message_id   varchar(26) not null,
    job_id       varchar(26),
    message_type varchar(100) not null,
    body         character large object not null,
    primary key (channel, message_id)
);

-- One row: when the service was last awake.
create table service_presence (
    id          integer primary key check (id = 1),
    last_tick   timestamp(6) with time zone not null,
    resumed_at  timestamp(6) with time zone not null,
    row_version bigint not null
);
