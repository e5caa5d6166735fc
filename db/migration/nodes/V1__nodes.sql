-- The processes that share this database. On H2 there is one, and nothing is written here.
create table node (
    id         varchar(100)             not null primary key,
    name       varchar(100)             not null,
    version    text                     not null,
    started_at timestamp with time zone not null,
    last_seen  timestamp with time zone not null
);
