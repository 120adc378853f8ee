import type { QueueFilter } from "#lib/domain/review/queue-choice.ts";
import { checkStrings } from "#lib/domain/strings/checks.ts";
import { deliberationPageStrings } from "#lib/domain/strings/deliberation-page.ts";
import { promptStrings } from "#lib/domain/strings/prompts.ts";
import { queueStrings as strings } from "#lib/domain/strings/queue.ts";

/** What each filter that is set says, in words. */
export function filterWords(filter: QueueFilter): { name: keyof QueueFilter; words: string }[] {
  const { text, severity, category, cites, outcome, model, check, agreement, lowest, faithful } = filter;
  const values: Record<keyof QueueFilter, string | undefined> = {
    text: text && `“${text}”`,
    severity: severity && promptStrings.severity[severity],
    category,
    cites: cites && (cites.includes(".") ? cites : strings.wholePolicy(Number(cites))),
    outcome: outcome && deliberationPageStrings.outcome[outcome],
    model,
    check: check && checkStrings.names[check],
    agreement: agreement && strings.agreement[agreement],
    lowest: lowest && strings.ranges[lowest],
    faithful: faithful && strings.ranges[faithful],
  };
  return (Object.keys(values) as (keyof QueueFilter)[]).flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [{ name, words: `${strings.filters[name]}: ${value}` }];
  });
}
