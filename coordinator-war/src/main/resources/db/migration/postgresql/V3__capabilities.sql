-- What workers can do, each set once: a hash stands for it in the row of a worker, which is
-- written with every slot that is taken and must stay small.

create table capability_sets (
    hash  varchar(64) collate "C" primary key,
    names text not null
);

alter table workers drop column capabilities;
alter table workers add column capabilities_hash varchar(64) collate "C" references capability_sets (hash);
-- Of the build of ffmpeg.
alter table workers add column fingerprint varchar(64);
-- Whether a set is still somebody's.
create index workers_by_capabilities on workers (capabilities_hash);
