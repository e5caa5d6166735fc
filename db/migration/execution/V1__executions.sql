create table execution (
    id             varchar(128)             not null primary key,
    kind           varchar(16)              not null,
    application    varchar(127)             not null,
    name           text                     not null,
    pipeline_id    varchar(128),
    status         varchar(20)              not null,
    created_at     timestamp with time zone not null,
    started_at     timestamp with time zone,
    ended_at       timestamp with time zone,
    trigger_type   varchar(64)              not null,
    correlation_id varchar(255) unique,
    started_by     text                     not null,
    waiting        text                     not null,
    stages         text                     not null,
    version        bigint                   not null
);
create index execution_newest on execution (created_at desc, id desc);
create index execution_of_application on execution (application, created_at desc, id desc);
create index execution_of_pipeline on execution (pipeline_id, created_at desc, id desc);

-- One row per commit: the events it added, as a JSON array. version is that of its last event.
create table execution_journal (
    execution_id varchar(128) not null references execution (id) on delete cascade,
    version      bigint       not null,
    events       text         not null,
    primary key (execution_id, version)
);

-- Applications that ever ran something: lists ask for the ones an actor may read.
create table execution_application (
    application varchar(127) not null primary key
);

-- Locked while deciding whether another run of a pipeline may begin.
create table execution_lane (
    pipeline_id varchar(128) not null primary key
);

-- db-scheduler's work queue, in its own shape.
create table scheduled_tasks (
    task_name            varchar(100)             not null,
    task_instance        varchar(128)             not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean                  not null,
    picked_by            varchar(100),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp with time zone,
    version              bigint                   not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
