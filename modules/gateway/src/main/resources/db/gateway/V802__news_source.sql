-- The unit whose news a published work is, as its owner named it.
alter table work add column news_source text;
