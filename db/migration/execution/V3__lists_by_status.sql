-- Lists of what is under way must not read what has ended.
create index execution_of_status on execution (status, created_at desc, id desc);
