-- Questions to people; kept for ever as the record of who decided what, when and why.
create table judgment (
    id           varchar(26)              not null primary key,
    execution_id varchar(128)             not null,
    stage_id     varchar(255)             not null,
    attempt      integer                  not null,
    application  varchar(127)             not null,
    pipeline     text                     not null,
    stage_name   text                     not null,
    instructions text                     not null,
    choices      text                     not null,
    roles        text                     not null,
    asked_by     text                     not null,
    asked_at     timestamp with time zone not null,
    waiting      boolean                  not null,
    decision     varchar(16),
    input        text,
    reason       text,
    judged_by    text,
    judged_at    timestamp with time zone,
    withdrawn_at timestamp with time zone,
    unique (execution_id, stage_id, attempt)
);
create index judgment_waiting on judgment (waiting, asked_at);
