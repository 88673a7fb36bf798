-- The coordinators of this service, each as it last said that it is there: a handful, read whole.
create table coordinators (
    coordinator_id varchar(26) primary key,
    address        varchar(1000) not null,
    version        varchar(255) not null,
    started_at     timestamp(6) with time zone not null,
    last_seen      timestamp(6) with time zone not null
);
