import type { Prepare } from "#bench/contender.ts";
import { grading } from "#lib/domain/deliberation/built-in-recipes.ts";
import { prepareProduct } from "./colloquy.ts";

/** Judges of the chains of thought of a baseline, as the built-in recipe has them. */
export const prepare: Prepare = (scene) => prepareProduct(scene, grading);
