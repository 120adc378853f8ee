import { describe, expect, test } from "vitest";
import type { Actor, ProjectRole } from "#lib/domain/access/actions.ts";
import { adminNav, currentItem, projectNav } from "./nav.ts";

const actor: Actor = { kind: "person", userId: "1", name: "Ina", email: "ina@example.org", isAdmin: false };
const labels = (role: ProjectRole) =>
  projectNav(actor, role, "support", 0)
    .flat()
    .map(({ label }) => label);

describe("the navigation of a project", () => {
  test.each([
    ["annotator", ["Home", "Review", "Policies", "Guidelines"]],
    ["reader", ["Home", "Prompts", "Runs", "Data sets", "Recipes", "Policies", "Guidelines"]],
    [
      "lead",
      ["Home", "Prompts", "Runs", "Review", "Data sets", "Recipes", "Policies", "Guidelines", "Settings"],
    ],
  ] as const)("shows a(n) %s what the role opens", (role, expected) => {
    expect(labels(role)).toEqual(expected);
  });

  test("counts what waits on the review item, and nothing where nothing waits", () => {
    const countOf = (waiting: number) =>
      projectNav(actor, "lead", "support", waiting)
        .flat()
        .flatMap(({ label, count }) => (count === undefined ? [] : [[label, count]]));
    expect(countOf(23)).toEqual([["Review", 23]]);
    expect(countOf(0)).toEqual([]);
  });
});

test.each([
  ["/projects/support", "Home"],
  ["/projects/support/runs/12/184", "Runs"],
  ["/projects/support/imports/3", "Prompts"],
  ["/projects/support/nonsense", "Home"],
  ["/projects/support-two", undefined],
])("the page %s belongs to %s", (path, expected) => {
  expect(currentItem(projectNav(actor, "lead", "support", 0), path)?.label).toBe(expected);
});

test("a page of the administration belongs to its section", () => {
  expect(currentItem(adminNav, "/admin/endpoints/new")?.label).toBe("Endpoints");
});
