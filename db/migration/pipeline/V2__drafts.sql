-- What people edit and have not saved: one draft for a person and a pipeline.
create table pipeline_draft (
  pipeline_id varchar(255) not null references pipeline (id) on delete cascade,
  actor       varchar(255) not null,
  revision    integer not null,
  kept_at     timestamp with time zone not null,
  document    text not null,
  primary key (pipeline_id, actor)
);
