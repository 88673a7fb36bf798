-- How often workers gave a job back: then it pauses, but is not given up.

alter table jobs add column rejections integer default 0 not null;
