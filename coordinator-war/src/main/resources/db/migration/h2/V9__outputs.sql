-- Which arguments of a job name files that its attempts have made, or were about to make, as JSON text.

alter table jobs add column outputs varchar(1000) default '[]' not null;
