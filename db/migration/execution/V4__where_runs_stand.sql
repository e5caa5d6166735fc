-- Since when a run stands where it stands: in line, paused, or with the stage that waits. Null when it is over.
alter table execution add column standing_since timestamp with time zone;
