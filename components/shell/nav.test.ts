import { describe, expect, test } from "vitest";
import type { Actor, ProjectRole } from "#lib/domain/access/actions.ts";
import { adminNav, currentItem, projectNav, type Waiting } from "./nav.ts";

const actor: Actor = { kind: "person", userId: "1", name: "Ina", email: "ina@example.org", isAdmin: false };
const nothing = { forMe: 0, pairs: 0, toAdjudicate: 0, unread: 0 };
const labels = (role: ProjectRole) =>
  projectNav(actor, role, "support", nothing)
    .flat()
    .map(({ label }) => label);

describe("the navigation of a project", () => {
  test.each([
    ["annotator", ["Home", "Review", "Inbox", "My work", "Exposure", "Pairs", "Policies", "Guidelines"]],
    [
      "reader",
      ["Home", "Prompts", "Runs", "Pairs", "Data sets", "Insights", "Recipes", "Policies", "Guidelines"],
    ],
    [
      "lead",
      [
        "Home",
        "Prompts",
        "Runs",
        "Review",
        "Inbox",
        "My work",
        "Exposure",
        "Adjudication",
        "Pairs",
        "Data sets",
        "Insights",
        "Recipes",
        "Policies",
        "Guidelines",
        "Settings",
      ],
    ],
  ] as const)("shows %ss what their role opens", (role, expected) => {
    expect(labels(role)).toEqual(expected);
  });

  test("counts what waits where it is taken up, and nothing where nothing waits", () => {
    const countOf = (waiting: Waiting) =>
      projectNav(actor, "lead", "support", waiting)
        .flat()
        .flatMap(({ label, count }) => (count === undefined ? [] : [[label, count]]));
    expect(countOf({ forMe: 23, pairs: 5, toAdjudicate: 2, unread: 3 })).toEqual([
      ["Review", 23],
      ["Inbox", 3],
      ["Adjudication", 2],
      ["Pairs", 5],
    ]);
    expect(countOf(nothing)).toEqual([]);
  });
});

test.each([
  ["/projects/support", "Home"],
  ["/projects/support/runs/12/184", "Runs"],
  ["/projects/support/imports/3", "Prompts"],
  ["/projects/support/nonsense", "Home"],
  ["/projects/support-two", undefined],
])("the page %s belongs to %s", (path, expected) => {
  expect(currentItem(projectNav(actor, "lead", "support", nothing), path)?.label).toBe(expected);
});

test("a page of the administration belongs to its section", () => {
  expect(currentItem(adminNav, "/admin/endpoints/new")?.label).toBe("Endpoints");
});
