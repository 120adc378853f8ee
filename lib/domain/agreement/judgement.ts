/** What one person said of one thing: a thought, a record or a dimension, within a record. */
export type Judgement<Value> = { record: string; thing: string; rater: string; value: Value };

/** Judgements by record, and within it by thing. */
export function byThing<Value>(
  judgements: readonly Judgement<Value>[],
): Map<string, Map<string, Judgement<Value>[]>> {
  const records = new Map<string, Map<string, Judgement<Value>[]>>();
  for (const judgement of judgements) {
    const things = records.get(judgement.record) ?? new Map<string, Judgement<Value>[]>();
    records.set(judgement.record, things);
    const said = things.get(judgement.thing) ?? [];
    things.set(judgement.thing, said);
    said.push(judgement);
  }
  return records;
}
