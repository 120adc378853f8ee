import type { Dimension } from "#lib/domain/grading/dimension.ts";
import { firstIn } from "#lib/domain/grading/preference.ts";
import { listed } from "./words.ts";

/** What pages say of judges and their scores. */
export const gradingStrings = {
  dimension: {
    relevance: "Relevance",
    coherence: "Coherence",
    completeness: "Completeness",
    cot_policy: "Faithfulness of the thoughts to policy",
    response_policy: "Faithfulness of the response to policy",
    response_cot: "Faithfulness of the response to the thoughts",
  } satisfies Record<Dimension, string>,
  judged: "Judged chain of thought",
  response: "Response",
  scores: "Scores, and what they rest on",
  of5: "of 5",
  noneYet: "No judge has spoken yet.",
  withheld: "You have this record in review. The judges' scores appear once you have submitted your own.",
  sameModel: (names: readonly string[]) =>
    `${listed(names)} ${names.length === 1 ? "runs" : "run"} on a model that wrote this chain of thought. Models tend to favour their own work: take a judge of another model.`,
  unknownClause: "No clause has this number.",
  restsOn: (places: readonly number[], clauses: readonly string[]) => {
    const parts = [
      ...(places.length > 0 ? [`${places.length === 1 ? "thought" : "thoughts"} ${listed(places)}`] : []),
      ...(clauses.length > 0 ? [`${clauses.length === 1 ? "clause" : "clauses"} ${listed(clauses)}`] : []),
    ];
    return parts.length === 0 ? "Rests on the whole" : `Rests on ${parts.join("; ")}`;
  },
  preferred: (seq: number, better: "first" | "second" | "tie") => {
    const [first, second] = firstIn(seq) === "subject" ? ["A", "B"] : ["B", "A"];
    const said = better === "tie" ? "likes both as much" : `prefers ${better === "first" ? first : second}`;
    return `${said} (${first} was shown first)`;
  },
  pair: (place: "A" | "B") => `${place}: chain of thought`,
  against: "Compared with what this run gave",
  againstHint: "Both runs' answers to the same prompt are shown to every judge, in both orders.",
  chooseAgainst: "Choose the run to compare with.",
  scored: (judges: readonly string[]) => `${listed(judges)} scored it`,
  range: (values: readonly number[]) => `${Math.min(...values)} to ${Math.max(...values)} of 5`,
  suggestion: "a suggestion, no review",
  showScores: "Show the scores",
  hideScores: "Hide the scores",
  gradeRun: "Grade what this run gave",
  gradingHint: "Judges score the records' newest revisions. Nothing is opened for review.",
} as const;
