import { z } from "zod";
import { checkNames } from "#lib/domain/checks/finding.ts";
import { outcomes } from "#lib/domain/deliberation/outcome.ts";
import { severities } from "#lib/domain/prompt/prompt.ts";
import { isOpen } from "#lib/domain/record/status.ts";
import { type QueueView, queueViews } from "./view.ts";

/** Orders of a list of records. */
export const queueOrders = [
  /** Oldest first, but what is grave between what is gentle while there is some. */
  "interleaved",
  "oldest",
  "newest",
  /** Where judges differ most first. */
  "judges",
  /** Where people differ most from judges first. */
  "people",
] as const;

export type QueueOrder = (typeof queueOrders)[number];

/** Ranges of a judges' score, by the whole numbers that are in them. */
export const scoreRanges = { low: [1, 2], middle: [3], high: [4, 5] } as const satisfies Record<
  string,
  readonly number[]
>;

const ranges = Object.keys(scoreRanges) as (keyof typeof scoreRanges)[];

/** What a list of records may be narrowed by; all that is named has to be true of a record. */
export const QueueFilter = z.object({
  /** Words in the prompt, the kept thoughts or the response, whatever their case. */
  text: z.string().trim().min(1).max(200).optional(),
  severity: z.enum(severities).optional(),
  category: z.string().max(500).optional(),
  /** A policy (`3`) or a clause (`3.1`) that is cited. */
  cites: z
    .string()
    .regex(/^\d+(\.\d+)*$/)
    .optional(),
  outcome: z.enum(outcomes).optional(),
  /** Name of a model that had a part in it. */
  model: z.string().max(500).optional(),
  check: z.enum(checkNames).optional(),
  /** Whether its reviewers were of one mind, where it had several. */
  agreement: z.enum(["agreed", "differed"]).optional(),
  /** Of all dimensions that judges scored, the lowest. */
  lowest: z.enum(ranges).optional(),
  /** What judges gave for how the thoughts keep to the policies. */
  faithful: z.enum(ranges).optional(),
});

export type QueueFilter = z.infer<typeof QueueFilter>;

/** A list of records as somebody chose it: which, narrowed by what, in what order. */
export const QueueChoice = z.object({
  list: z.enum(queueViews),
  order: z.enum(queueOrders),
  filter: QueueFilter,
});

export type QueueChoice = z.infer<typeof QueueChoice>;

/** What an address says, as Next parses it. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

const filterNames = Object.keys(QueueFilter.shape) as (keyof QueueFilter)[];

/**
 * Reads a choice from an address. What cannot be read, or may not be asked of this list, counts as not said.
 *
 * @param fallback the list that is meant where none is named
 */
export function choiceOf(query: Query, fallback: QueueView): QueueChoice {
  const list = queueViews.find((view) => view === query.list) ?? fallback;
  const filter: Record<string, unknown> = {};
  for (const name of filterNames) {
    const { data } = QueueFilter.shape[name].safeParse(query[name] || undefined);
    if (data !== undefined) filter[name] = data;
  }
  const order = queueOrders.find((one) => one === query.order) ?? defaultOrder(list);
  return permitted({ list, order, filter: QueueFilter.parse(filter) });
}

/** The parts of an address that say a choice; what is so anyway is left out, except the list. */
export function queryOf({ list, order, filter }: QueueChoice): Record<string, string> {
  const said = filterNames.flatMap((name) => (filter[name] === undefined ? [] : [[name, filter[name]]]));
  return { list, ...(order !== defaultOrder(list) && { order }), ...Object.fromEntries(said) };
}

/** The order of a list that nobody chose one for. */
export function defaultOrder(list: QueueView): QueueOrder {
  return list === "waiting" ? "interleaved" : "newest";
}

/** The orders that a list may have. */
export function ordersOf(list: QueueView): QueueOrder[] {
  return queueOrders.filter((order) => order !== "people" || mayTellMore(list));
}

/** What a list's readers have to be allowed to: lists by status tell what others did, and are for those who may read records. */
export function readingOf(list: QueueView): "records.review" | "records.read" {
  return list === "waiting" || list === "mine" ? "records.review" : "records.read";
}

/** Without what may not be asked of the list: it would tell what the reader is to judge by themselves, or of others. */
export function permitted(choice: QueueChoice): QueueChoice {
  if (mayTellMore(choice.list)) return choice;
  const {
    check: _check,
    agreement: _agreement,
    lowest: _lowest,
    faithful: _faithful,
    ...filter
  } = choice.filter;
  const order = ordersOf(choice.list).includes(choice.order) ? choice.order : defaultOrder(choice.list);
  return { ...choice, order, filter };
}

/**
 * Whether a list may be narrowed and ordered by what checks, judges and other people said: not where the reader may
 * still have to judge.
 */
export function mayTellMore(list: QueueView): boolean {
  return list !== "waiting" && list !== "mine" && !isOpen(list);
}

/** The order in which a list is walked: where all are of one severity there is nothing to interleave. */
export function orderOfWalk({ order, filter }: Pick<QueueChoice, "order" | "filter">): QueueOrder {
  return order === "interleaved" && filter.severity !== undefined ? "oldest" : order;
}

/** Lists of facets as records are found by them, besides their severity: of each list, a record has to have one. */
export function facetsOf(filter: QueueFilter): string[][] {
  const { category, cites, outcome, model, check, agreement, lowest, faithful } = filter;
  const one = (kind: string, value: string | undefined) =>
    value === undefined ? [] : [[`${kind}:${value}`]];
  const range = (kind: string, value: keyof typeof scoreRanges | undefined) =>
    value === undefined ? [] : [scoreRanges[value].map((score) => `${kind}:${score}`)];
  return [
    ...one("category", category),
    ...one(cites?.includes(".") ? "clause" : "policy", cites),
    ...one("outcome", outcome),
    ...one("model", model),
    ...one("check", check),
    ...one("agreement", agreement),
    ...range("lowest", lowest),
    ...range("faithful", faithful),
  ];
}

/** Whether anything narrows the list; its order does not. */
export function isFiltered({ filter }: QueueChoice): boolean {
  return Object.values(filter).some((chosen) => chosen !== undefined);
}
