-- Since when a run waits for its turn: its creation, or its last restart.
alter table execution add column in_line_since timestamp with time zone;
update execution set in_line_since = created_at;
alter table execution alter column in_line_since set not null;
create index execution_in_line on execution (pipeline_id, status, in_line_since);
