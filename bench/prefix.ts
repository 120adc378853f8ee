/** How much of a request repeats the beginning of another one, as a share of its characters. */
export type Repeated = { lowest: number; overall: number };

/** From the second turn of each deliberation on: against whatever the run asked before, and what the same deliberation did. */
export type Shared = { withRun: Repeated; withDeliberation: Repeated };

/** Measures what an endpoint can keep in its cache of prompts. */
export type PrefixMeter = {
  /** @param deliberation tells whose request it is; @param isFirst its first turn */
  note(text: string, deliberation: string, isFirst: boolean): void;
  shared(): Shared;
};

export function openPrefixMeter(): PrefixMeter {
  const last = new Map<string, string>();
  const withRun = openShare();
  const withDeliberation = openShare();
  let before = "";
  return {
    note(text, deliberation, isFirst) {
      if (!isFirst) {
        withRun.note(text, before);
        withDeliberation.note(text, last.get(deliberation) ?? "");
      }
      last.set(deliberation, text);
      before = text;
    },
    shared: () => ({ withRun: withRun.result(), withDeliberation: withDeliberation.result() }),
  };
}

function openShare() {
  let lowest = 1;
  let common = 0;
  let all = 0;
  return {
    note(text: string, before: string) {
      const same = commonPrefix(text, before);
      lowest = Math.min(lowest, same / text.length);
      common += same;
      all += text.length;
    },
    result: (): Repeated => ({ lowest, overall: all === 0 ? 0 : common / all }),
  };
}

function commonPrefix(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let n = 0;
  while (n < most && one.charCodeAt(n) === other.charCodeAt(n)) n += 1;
  return n;
}
