import { readFileSync } from "node:fs";
import path from "node:path";
import { type CheckName, checkNames } from "#lib/domain/checks/finding.ts";
import { checksVersion, findingsOf } from "#lib/domain/checks/findings-of.ts";
import { type Fixture, fixturePolicies, readFixtures } from "#lib/domain/checks/testing.ts";
import { root } from "#lib/server/env.ts";
import { atLeast, type Bar, type Measured, round } from "./figures.ts";

/** Of what was planted, how much each check must find; and of what it finds, how much must have been planted. */
const limit = 0.95;

type Counted = { planted: number; found: number; rightly: number };

/**
 * How well the deterministic checks do on chains that were written after them and never used to mend them. Every check looks at
 * every chain: what it says of a thought where it was not planted counts against its precision.
 */
export async function measureChecks(): Promise<Measured> {
  const files = [...checkNames.map((name) => name.replaceAll("_", "-")), "clean"];
  const chains = files.flatMap(heldOut);
  const counted = new Map(checkNames.map((name) => [name, count(name, chains)]));
  return {
    bars: [...counted].flatMap(([name, figures]) => barsOf(name, figures)),
    figures: {
      checksVersion,
      chains: chains.length,
      cleanChains: chains.filter(({ planted }) => planted.length === 0).length,
      thoughts: chains.reduce((sum, { content }) => sum + content.thoughts.length, 0),
      ...Object.fromEntries(counted),
    },
  };
}

function heldOut(file: string): Fixture[] {
  return readFixtures(readFileSync(path.join(root, `bench/checks/${file}.txt`), "utf8"));
}

function count(name: CheckName, chains: readonly Fixture[]): Counted {
  const counted = { planted: 0, found: 0, rightly: 0 };
  for (const { content, planted } of chains) {
    const wanted = planted.filter(({ check }) => check === name).map(({ thoughtId }) => thoughtId);
    const found = findingsOf(content, fixturePolicies).filter(({ detail }) => detail.check === name);
    counted.planted += wanted.length;
    counted.found += found.length;
    counted.rightly += found.filter(({ thoughtId }) => wanted.includes(thoughtId)).length;
    report(
      name,
      content,
      wanted,
      found.map(({ thoughtId }) => thoughtId),
    );
  }
  return counted;
}

/** Says on stderr where a check was wrong, for those who come to mend it. */
function report(
  name: CheckName,
  { thoughts }: Fixture["content"],
  wanted: readonly string[],
  found: readonly string[],
) {
  for (const { id, text } of thoughts) {
    if (wanted.includes(id) === found.includes(id)) continue;
    console.error(`${name} ${wanted.includes(id) ? "missed" : "found"}: ${text.slice(0, 90)}`);
  }
}

function barsOf(name: CheckName, { planted, found, rightly }: Counted): Bar[] {
  const bar = (of: string, all: number) =>
    atLeast(limit, `${name}: ${of}`, all === 0 ? null : round(rightly / all, 3));
  return [bar("recall", planted), bar("precision", found)];
}
