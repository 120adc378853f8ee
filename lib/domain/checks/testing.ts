import type { Disposition } from "#lib/domain/deliberation/reply.ts";
import type { Content } from "#lib/domain/record/content.ts";
import { type CheckName, checkNames } from "./finding.ts";
import type { CheckedPolicy } from "./subject.ts";

/** A chain written by hand, with what was planted in which thought. */
export type Fixture = { content: Content; planted: { thoughtId: string; check: CheckName }[] };

/** Five policies of nine clauses; 1.4 and 3.2 were taken out. */
export const fixturePolicies: readonly CheckedPolicy[] = [1, 2, 3, 4, 5].map((number) => ({
  number,
  clauses: Array.from({ length: 9 }, (_, index) => ({ number: `${number}.${index + 1}` })).filter(
    (clause) => clause.number !== "1.4" && clause.number !== "3.2",
  ),
}));

/**
 * Reads fixtures: chains are set apart by blank lines, each line is a thought with its citations behind it (`… [5.2, 1.3]`).
 * `!check` before it says what is planted, `*30` repeats the text, `\n`, `\t` and `\u200b` are escapes. A last line `= refuse | text`
 * gives the disposition, `comply` if there is none, and the response. Lines that begin with `#` say nothing.
 */
export function readFixtures(text: string): Fixture[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.split("\n").filter((line) => line !== "" && !line.startsWith("#")))
    .filter((lines) => lines.length > 0)
    .map(fixtureOf);
}

function fixtureOf(lines: readonly string[]): Fixture {
  const end = /^= (\w+)(?: \| (.*))?$/.exec(lines.at(-1) ?? "");
  const planted: Fixture["planted"] = [];
  const thoughts = (end ? lines.slice(0, -1) : lines).map((line, index) => {
    const { marks, times, text, cited } = partsOf(line);
    const id = `t1.${index + 1}`;
    for (const mark of marks) planted.push({ thoughtId: id, check: mark });
    const author = { kind: "agent" as const, name: index % 2 === 0 ? "Ada" : "Bo" };
    return { id, text: Array(times).fill(text).join(" "), clauses: cited, author, from: [] };
  });
  return {
    planted,
    content: { thoughts, response: end?.[2] ?? "", disposition: (end?.[1] ?? "comply") as Disposition },
  };
}

function partsOf(line: string) {
  const found = /^(?:!([\w,]+) ?)?(?:\*(\d+) )?(.*?) ?\[([^[\]]*)\]$/.exec(line);
  if (!found) throw new Error(`No fixture: ${line}`);
  const marks = (found[1] ?? "").split(",").filter((mark) => mark !== "");
  for (const mark of marks) if (!isCheck(mark)) throw new Error(`There is no check ${mark}: ${line}`);
  return {
    marks: marks.filter(isCheck),
    times: Number(found[2] ?? 1),
    text: (found[3] ?? "")
      .replaceAll("\\n", "\n")
      .replaceAll("\\t", "\t")
      .replaceAll(/\\u([\da-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    cited: (found[4] ?? "").split(",").flatMap((number) => number.trim() || []),
  };
}

function isCheck(name: string): name is CheckName {
  return (checkNames as readonly string[]).includes(name);
}
