-- Which capabilities of a worker do not work now, each with what it says, as JSON text.

alter table workers add column set_aside varchar(100000) default '{}' not null;
