import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import type { Content } from "#lib/domain/record/content.ts";
import { agentChatter } from "./agent-chatter.ts";
import { badLength } from "./bad-length.ts";
import { dispositionMismatch } from "./disposition-mismatch.ts";
import type { Finding } from "./finding.ts";
import { languageSwitch } from "./language-switch.ts";
import { nearDuplicate } from "./near-duplicate.ts";
import type { CheckedPolicy, Subject } from "./subject.ts";
import { templateText } from "./template-text.ts";
import { uncitedConclusion } from "./uncited-conclusion.ts";
import { unknownClause } from "./unknown-clause.ts";

/** Stored with every revision that was checked. A change of what any check finds needs a new number. */
export const checksVersion = 1;

const checks: readonly ((subject: Subject) => Finding[])[] = [
  nearDuplicate,
  unknownClause,
  uncitedConclusion,
  dispositionMismatch,
  agentChatter,
  templateText,
  languageSwitch,
  badLength,
];

/**
 * What all checks notice in a revision. Only thoughts that are kept are looked at; a check says at most one thing of each.
 *
 * @param policies the set that the revision was made, or is judged, under
 */
export function findingsOf(content: Content, policies: readonly CheckedPolicy[]): Finding[] {
  const subject = { ...content, thoughts: content.thoughts.filter(isKept), policies };
  return checks.flatMap((check) => check(subject));
}
