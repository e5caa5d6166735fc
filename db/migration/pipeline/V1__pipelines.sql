create table application (
  name       varchar(127) primary key,
  attributes text not null,
  changed_at timestamp with time zone not null,
  changed_by varchar(255) not null
);

create table pipeline (
  id            varchar(255) primary key,
  application   varchar(127) not null references application (name),
  name          varchar(255) not null,
  display_order integer not null,
  revision      integer not null,
  saved_at      timestamp with time zone not null,
  saved_by      varchar(255) not null,
  document      text not null,
  constraint pipeline_name_in_application unique (application, name)
);

-- Outlives its pipeline: what ran once can be read for ever.
create table pipeline_revision (
  pipeline_id varchar(255) not null,
  revision    integer not null,
  application varchar(127) not null,
  name        varchar(255) not null,
  saved_at    timestamp with time zone not null,
  saved_by    varchar(255) not null,
  message     text not null,
  document    text not null,
  primary key (pipeline_id, revision)
);
