/** How long a worker may be silent before it counts as dead, in milliseconds. It beats once a second. */
export const deadAfterMs = 3_500;

/** SQL: how many workers are alive, in the whole installation. */
export const livingWorkers = `select count(*)::int from workers
  where stopped_at is null and beat_at > now() - interval '${deadAfterMs} ms'`;
