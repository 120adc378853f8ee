import { describe, expect, test } from "vitest";
import { attributionOf } from "./attribution.ts";
import { dataCard } from "./card.ts";
import { fileName } from "./file-name.ts";
import { everything } from "./filter.ts";
import { columns } from "./formats.ts";
import { type Manifest, manifestText } from "./manifest.ts";

const manifest: Manifest = {
  manifestVersion: 1,
  file: "support-3-aidsafe.jsonl",
  format: "aidsafe",
  columns: [...columns.aidsafe],
  rowId: "record@revision",
  sha256: "a".repeat(64),
  bytes: 1234,
  rows: 2,
  project: { slug: "support", name: "Support" },
  snapshot: {
    number: 3,
    name: "First release",
    frozenAt: "2026-01-02T03:04:05.000Z",
    items: 3,
    itemsHash: "b".repeat(64),
    filter: everything,
    leftOut: {
      not_kept: 0,
      not_approved: 4,
      stale: 0,
      evaluation: 0,
      planted: 0,
      erased: 0,
      filtered: 0,
      older_approval: 1,
    },
  },
  erasedItems: 1,
  synthetic: { any: false, rows: 0 },
  provenance: {
    policySets: [{ set: 2, policies: [{ number: 1, title: "Hate", version: 2 }], rows: 2 }],
    recipes: [{ name: "AIDSAFE", version: 1, kind: "deliberation", rows: 2 }],
    models: [{ endpoint: "local", version: 1, model: "m", roles: ["ada", "bo"], synthetic: false }],
    sources: [{ name: "XSTest", licence: "CC-BY-4.0", attribution: attributionOf("XSTest"), rows: 2 }],
    pairs: [],
    importedRows: 0,
    editedRows: 1,
    reviewers: 2,
  },
  releasedAt: "2026-01-02T03:04:06.000Z",
};

describe("the data card", () => {
  test("names sources with their licence and whom to credit", () => {
    expect(dataCard(manifest)).toContain("- XSTest: CC-BY-4.0, 2 rows. XSTest by Paul Röttger");
  });

  test("counts what was left out and what was erased", () => {
    const card = dataCard(manifest);
    expect(card).toContain("- 4 records: not approved");
    expect(card).toContain("- 1 record: another record of the same prompt was approved later");
    expect(card).toContain("- 1 item was erased after the snapshot was frozen and left no row.");
  });

  test("warns of synthetic rows before anything else, and is silent where there are none", () => {
    const synthetic = { ...manifest, synthetic: { any: true, rows: 1 } };
    expect(dataCard(synthetic)).toMatch(
      /^# .*\n\n> \*\*Synthetic: .*1 of 2 rows come from the rehearsal endpoint/,
    );
    expect(dataCard(manifest)).not.toMatch(/synthetic/i);
  });

  test("does not let a name start a heading of its own", () => {
    const named = { ...manifest, project: { slug: "p", name: "Nice\n# Owned <b>" } };
    expect(dataCard(named)).toContain("# Nice \\# Owned \\<b\\>: First release");
  });
});

test("a file name says what is synthetic", () => {
  const release = { projectSlug: "support", snapshot: 3, format: "messages", synthetic: true } as const;
  expect(fileName(release)).toBe("support-3-synthetic-messages.jsonl");
  expect(fileName({ ...release, synthetic: false })).toBe("support-3-messages.jsonl");
});

test("a manifest is written in one order, whatever order the database gave", () => {
  const shuffled = Object.fromEntries(Object.entries(manifest).reverse()) as Manifest;
  expect(manifestText(shuffled)).toBe(manifestText(manifest));
  expect(manifestText(manifest)).toMatch(/^\{\n {2}"manifestVersion": 1,\n {2}"file"/);
});

test.each([
  ["XSTest v2", true],
  ["xstest_prompts.csv", true],
  ["our own prompts", false],
  [null, false],
])("the source %s is known: %s", (name, known) => {
  expect(attributionOf(name) !== null).toBe(known);
});
