-- What workers can do, each set once: a hash stands for it in the row of a worker, which is
-- written with every slot that is taken and must stay small.

create table capability_sets (
    hash  varchar(64) primary key,
    names varchar(1000000) not null
);

alter table workers drop column capabilities;
alter table workers add column capabilities_hash varchar(64) references capability_sets (hash);
-- Of the build of ffmpeg.
alter table workers add column fingerprint varchar(64);
-- Whether a set is still somebody's.
create index workers_by_capabilities on workers (capabilities_hash);
