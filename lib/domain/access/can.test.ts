import { describe, expect, test } from "vitest";
import { type Action, type Actor, installationActions, projectActions } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";

const person = (isAdmin: boolean): Actor => ({
  kind: "person",
  userId: "u",
  name: "Ina",
  email: "ina@example.org",
  isAdmin,
});
const everyAction = [...(Object.keys(projectActions) as Action[]), ...installationActions];

describe("can", () => {
  test.each([
    ["an annotator reviews", person(false), "records.review", "annotator", true],
    [
      "an annotator does not browse records, where others' verdicts show",
      person(false),
      "records.read",
      "annotator",
      false,
    ],
    ["an annotator does not release", person(false), "dataSets.release", "annotator", false],
    ["a reader downloads", person(false), "dataSets.read", "reader", true],
    ["a reader does not review", person(false), "records.review", "reader", false],
    ["a lead starts runs", person(false), "runs.start", "lead", true],
    ["a lead does not manage endpoints", person(false), "endpoints.manage", "lead", false],
    ["an admin manages endpoints", person(true), "endpoints.manage", null, true],
    ["an admin who is no member does not read records", person(true), "records.read", null, false],
    ["an admin invites people to any project", person(true), "members.manage", null, true],
    ["the operator imports", { kind: "operator" }, "prompts.import", null, true],
    ["a lead adjudicates", person(false), "records.adjudicate", "lead", true],
    ["a reader does not adjudicate", person(false), "records.adjudicate", "reader", false],
    ["the operator never adjudicates", { kind: "operator" }, "records.adjudicate", null, false],
    ["the operator never reviews", { kind: "operator" }, "records.review", null, false],
  ] as const)("%s", (_, actor, action, role, allowed) => {
    expect(can(actor, action, role)).toBe(allowed);
  });

  test("a stranger may do nothing at all", () => {
    expect(everyAction.filter((action) => can(person(false), action, null))).toEqual([]);
  });
});
