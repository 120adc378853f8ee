-- Planning how to find a record's facets takes longer than finding them, and comes to the same plan whichever they are.
alter function index_new_heads() set plan_cache_mode = 'force_generic_plan';
