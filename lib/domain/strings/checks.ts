import type { CheckName, FindingDetail } from "#lib/domain/checks/finding.ts";
import { listed } from "./words.ts";

const languages = new Intl.DisplayNames("en", { type: "language" });

const leftOut = (withheld: number) =>
  withheld === 0 ? "" : ` Left out: ${withheld.toLocaleString("en")} that you have in review.`;

/** What screens say of the deterministic checks. */
export const checkStrings = {
  title: "What the checks noticed",
  names: {
    near_duplicate: "Near duplicate",
    unknown_clause: "Unknown clause",
    uncited_conclusion: "Conclusion cites nothing",
    disposition_mismatch: "Decides otherwise",
    agent_chatter: "Talk among agents",
    template_text: "Template text",
    language_switch: "Change of language",
    bad_length: "Empty or too long",
  } satisfies Record<CheckName, string>,
  summary: (of: number, withheld: number) =>
    `Of ${of.toLocaleString("en")} chains of thought, as the agents left them. A hint, never a verdict.${leftOut(withheld)}`,
  none: (withheld: number) => `The checks noticed nothing in what this run gave.${leftOut(withheld)}`,
  nothing: (version: number) => `The checks (version ${version}) noticed nothing.`,
  checkedBy: (version: number) => `Checks of version ${version}. A hint, never a verdict.`,
  notChecked: "This result is older than the checks.",
  withheld: "You have this record in review. What the checks noticed is shown there as you label.",
  any: "Whatever was noticed",
  filter: "The checks noticed",
  /** A finding in a sentence. */
  says: (detail: FindingDetail): string => {
    switch (detail.check) {
      case "near_duplicate":
        return `Says nearly what ${detail.of} says.`;
      case "unknown_clause":
        return [
          detail.superseded.length > 0
            ? `Cites ${listed(detail.superseded)}, which was taken out of the policies.`
            : "",
          detail.unknown.length > 0
            ? `Cites ${listed(detail.unknown.map((clause) => (clause === "?" ? "something that is no number" : clause)))}, which is no clause of the policies.`
            : "",
        ]
          .filter((part) => part !== "")
          .join(" ");
      case "uncited_conclusion":
        return "Is the last thought and cites no clause.";
      case "disposition_mismatch":
        return `Seems to decide otherwise: the response ${does[detail.disposition] ?? detail.disposition}.`;
      case "agent_chatter":
        return "Speaks to or about the other agents:";
      case "template_text":
        return "Holds a piece of what agents are given to read:";
      case "language_switch":
        return `Falls from ${languages.of(detail.from)} into ${languages.of(detail.to)}.`;
      case "bad_length":
        return detail.characters < 4_000
          ? "Says nothing."
          : `Has ${detail.characters.toLocaleString("en")} characters: too long for one step.`;
    }
  },
} as const;

const does: Record<string, string> = {
  comply: "complies",
  safe_alternative: "offers a safe alternative",
  refuse: "refuses",
};
