// biome-ignore lint/style/noRestrictedImports: the one place that gives the library its seed
import fc from "fast-check";

/**
 * The library of property tests, drawing the same cases in every run, so that a run says something of the change at hand
 * and a failure comes back. `PROPERTY_SEED=n` draws others, to look for what nobody has met yet.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 2505) });

export default fc;
