import { describe, expect, test } from "vitest";
import { adminCrumbs, projectCrumbs } from "./crumbs.ts";

const project = { name: "Support assistant", slug: "support" };
const labels = (path: string) => projectCrumbs(`/projects/support${path}`, project).map(({ label }) => label);

describe("the crumbs of a project's page", () => {
  test.each([
    ["the home is the project itself", "", []],
    ["a list is its section", "/prompts", ["Prompts"]],
    ["a prompt is named by its number", "/prompts/12", ["Prompts", "Prompt 12"]],
    ["an import belongs to the prompts", "/imports/3", ["Prompts", "Import 3"]],
    ["choosing a file to import is a page of the prompts", "/prompts/import", ["Prompts", "Import"]],
    ["starting a run is a page of the runs", "/runs/new", ["Runs", "New run"]],
    ["a deliberation is named by run and prompt", "/runs/12/184", ["Runs", "Run 12", "Deliberation 12.184"]],
    ["a record is named by its reference", "/review/i3.184", ["Review", "Record i3.184"]],
    [
      "a policy version lies under its policy",
      "/policies/4/versions/2",
      ["Policies", "Policy 4", "Version 2"],
    ],
    ["editing lies under what is edited", "/policies/4/edit", ["Policies", "Policy 4", "Edit"]],
    ["settings have pages of their own", "/settings/people", ["Settings", "People"]],
    ["guidelines have no number", "/guidelines/edit", ["Guidelines", "Edit"]],
    [
      "a version of the guidelines is named by its number",
      "/guidelines/versions/2",
      ["Guidelines", "Version 2"],
    ],
    ["publishing lies under what is published", "/policies/4/publish", ["Policies", "Policy 4", "Publish"]],
    ["building a data set is a page of the data sets", "/data-sets/new", ["Data sets", "New data set"]],
    ["an unknown address stays at the project", "/nonsense", []],
  ])("%s", (_, path, expected) => {
    expect(labels(path)).toEqual(["Support assistant", ...expected]);
  });

  test("every crumb but the last leads somewhere", () => {
    const trail = projectCrumbs("/projects/support/policies/4/versions/2", project);
    expect(trail.slice(0, -1).map(({ href }) => href)).toEqual([
      "/projects/support",
      "/projects/support/policies",
      "/projects/support/policies/4",
    ]);
  });
});

test("an endpoint of the administration is not named by its id", () => {
  expect(adminCrumbs("/admin/endpoints/0190-af").map(({ label }) => label)).toEqual([
    "Administration",
    "Endpoints",
    "Endpoint",
  ]);
});
