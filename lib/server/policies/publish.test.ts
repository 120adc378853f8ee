import { describe, expect, test } from "vitest";
import { policiesStrings } from "#lib/domain/strings/policies.ts";
import { db } from "#lib/server/database/client.ts";
import { approve, createPrompt, createRecord, createRun } from "#lib/server/testing/approved-record.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import { archivePolicy, restorePolicy } from "./archive.ts";
import { clausesChangedSince } from "./changed-since.ts";
import { createPolicy } from "./create.ts";
import { loadPolicyDraft, savePolicyDraft } from "./draft.ts";
import { listPolicies } from "./list.ts";
import { loadPolicy, loadPolicyVersion } from "./load.ts";
import { currentPolicySet, loadPolicySet } from "./policy-set.ts";
import { previewPublication, publishPolicy } from "./publish.ts";

const lead = await createPerson({ name: "Lea" });
const other = await createPerson({ name: "Lou" });
const annotator = await createPerson({ name: "Ina" });

async function freshProject() {
  const { id: projectId } = await createProjectWith([
    [lead, "lead"],
    [other, "lead"],
    [annotator, "annotator"],
  ]);
  return { projectId, address: { projectId, number: 5 } };
}

type Address = { projectId: string; number: number };

/** Writes and publishes in one go. */
async function publish(
  address: Address,
  change: (text: string) => string,
  addedTouch: "none" | "citing_policy" | "all" = "none",
) {
  const { draft } = await loadPolicyDraft(lead, address);
  const { version } = await savePolicyDraft(lead, {
    ...address,
    text: change(draft.text),
    baseVersion: draft.version,
  });
  return publishPolicy(lead, { ...address, draftVersion: version, addedTouch });
}

const withoutClause = (number: string) => (text: string) =>
  text.replace(new RegExp(`\\n${number.replace(".", "\\.")} .*\\n`), "");
const reworded = (number: string) => (text: string) =>
  text.replace(`\n${number} `, `\n${number} In plain words: `);
const addingClause = (number: string) => (text: string) => `${text}\n${number} Something new.\n`;

describe("publishing a policy", () => {
  test("makes a version that never changes, and a policy set with it in force", async () => {
    const { projectId, address } = await freshProject();
    const before = await currentPolicySet(projectId);
    const publication = await publish(address, reworded("5.1"));
    expect(publication).toEqual({ version: 2, set: 2, stale: 0 });

    const now = await currentPolicySet(projectId);
    expect(now?.number).toBe(2);
    expect(now?.policies.map(({ number, version }) => [number, version])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 1],
      [5, 2],
    ]);
    expect(now?.policies[4]?.clauses[0]?.text).toMatch(/^In plain words: /);
    expect(await loadPolicySet(before?.id ?? "")).toEqual(before);
    expect((await loadPolicyVersion(lead, { ...address, version: 1 })).text.clauses[0]?.text).not.toMatch(
      /^In plain/,
    );
    for (const table of [
      "policy_versions",
      "clause_versions",
      "clauses",
      "policy_sets",
      "policy_set_items",
    ]) {
      await expect(db.$executeRawUnsafe(`delete from ${table}`)).rejects.toThrow("never changed or removed");
    }
    await expect(db.$executeRaw`update policy_versions set text = 'other'`).rejects.toThrow("never changed");
    expect(await loadPolicy(lead, address)).toMatchObject({
      hasDraft: false,
      current: { version: 2, publishedBy: "Lea" },
    });
    const told = await db.auditEvent.findFirstOrThrow({ where: { projectId, action: "policy.publish" } });
    expect(told).toMatchObject({
      actorId: lead.userId,
      detail: { number: 5, version: 2, set: 2, changed: ["5.1"] },
    });
  });

  test("keeps a clause's identity through versions and never gives its number again", async () => {
    const { address } = await freshProject();
    const first = await loadPolicy(lead, address);
    const last = first.current?.text.clauses.at(-1)?.number ?? "";
    const next = `5.${Number(last.split(".")[1]) + 1}`;
    await publish(address, withoutClause(last));
    await expect(publish(address, addingClause(last))).rejects.toMatchObject({
      code: "invalid",
      detail: [{ message: expect.stringContaining(`the next free one is ${next}`) }],
    });
    await publish(address, () => `# Respect\n\n5.1 One.\n\n${next} New.\n`);
    const identities = await db.clause.findMany({
      where: { policy: { id: first.id } },
      orderBy: { number: "asc" },
    });
    expect(identities.map(({ number }) => `5.${number}`)).toEqual([
      ...(first.current?.text.clauses.map(({ number }) => number) ?? []),
      next,
    ]);
    const [one] = identities;
    expect(await db.clauseVersion.count({ where: { clauseId: one?.id } })).toBe(3);
  });

  test("makes stale what cites a changed or removed clause, approved or waiting, and nothing else", async () => {
    const { projectId, address } = await freshProject();
    const run = await createRun(projectId);
    const record = async (clauses: string[]) => {
      const prompt = await createPrompt(projectId, `Cites ${clauses.join(" and ") || "nothing"}?`);
      return (await createRecord(projectId, { prompt, run, thoughts: [{ text: "So.", clauses }] })).recordId;
    };
    const approved = await record(["5.1", "1.1"]);
    await record(["5.2"]);
    await record(["5.3", "4.1"]);
    await record([]);
    const rejected = await record(["5.1"]);
    const { id: approvalId } = await approve(approved, annotator.userId);
    await db.record.update({ where: { id: rejected }, data: { status: "rejected" } });

    const { draft } = await loadPolicyDraft(lead, address);
    const text = withoutClause("5.2")(reworded("5.1")(draft.text));
    await savePolicyDraft(lead, { ...address, text, baseVersion: 0 });
    const { impact } = await previewPublication(lead, address);
    expect(impact).toMatchObject({
      citing: { approved: 1, waiting: 1 },
      citingPolicy: { approved: 1, waiting: 2 },
      all: { approved: 1, waiting: 3 },
      byClause: { "5.1": { approved: 1, waiting: 0 }, "5.2": { approved: 0, waiting: 1 } },
      openRuns: 1,
    });
    expect(await publishPolicy(lead, { ...address, draftVersion: 1, addedTouch: "none" })).toMatchObject({
      stale: 2,
    });
    const statuses = await db.record.findMany({
      where: { projectId },
      orderBy: { id: "asc" },
      select: { status: true },
    });
    expect(statuses.map(({ status }) => status)).toEqual([
      "stale",
      "stale",
      "awaiting_review",
      "awaiting_review",
      "rejected",
    ]);
    expect(await db.approval.findUniqueOrThrow({ where: { id: approvalId } })).toMatchObject({
      withdrawnAt: null,
    });
    expect((await listPolicies(lead, projectId)).stale).toBe(2);
  });

  test.each([
    ["none", 0],
    ["citing_policy", 1],
    ["all", 2],
  ] as const)("that adds a clause makes stale what the lead chose: %s", async (addedTouch, stale) => {
    const { projectId, address } = await freshProject();
    const run = await createRun(projectId);
    for (const clauses of [["5.1"], ["1.1"]]) {
      const prompt = await createPrompt(projectId, `Cites ${clauses}?`);
      await createRecord(projectId, { prompt, run, thoughts: [{ text: "So.", clauses }] });
    }
    expect(await publish(address, addingClause("5.90"), addedTouch)).toMatchObject({ stale });
    expect((await loadPolicyDraft(lead, address)).numbering).toEqual({
      policy: 5,
      lastGiven: 90,
      removed: [],
    });
  });

  test("is decided by the draft that was read: of two publishers one is told to look again", async () => {
    const { projectId, address } = await freshProject();
    const { draft } = await loadPolicyDraft(lead, address);
    await savePolicyDraft(lead, { ...address, text: reworded("5.1")(draft.text), baseVersion: 0 });
    const request = { ...address, draftVersion: 1, addedTouch: "none" as const };
    const [one, two] = await Promise.allSettled([
      publishPolicy(lead, request),
      publishPolicy(other, request),
    ]);
    expect([one.status, two.status].sort()).toEqual(["fulfilled", "rejected"]);
    const refused = [one, two].find((result) => result.status === "rejected");
    expect(refused).toMatchObject({ reason: { code: "conflict" } });
    expect(await db.policySet.count({ where: { projectId } })).toBe(2);
  });

  test("of several policies at once gives every policy set all of them", async () => {
    const { projectId } = await freshProject();
    const numbers = [1, 2, 3, 4, 5];
    await Promise.all(numbers.map((number) => publish({ projectId, number }, reworded(`${number}.1`))));
    const sets = await db.policySet.findMany({
      where: { projectId },
      orderBy: { number: "asc" },
      include: { items: true },
    });
    expect(sets.map(({ number, items }) => [number, items.length])).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => [number, 5]),
    );
    expect((await currentPolicySet(projectId))?.policies.map(({ version }) => version)).toEqual([
      2, 2, 2, 2, 2,
    ]);
  });

  test("is refused for a draft with problems, an unchanged one and to those who may not", async () => {
    const { address } = await freshProject();
    await expect(publish(address, (text) => text)).rejects.toMatchObject({
      message: policiesStrings.publish.nothingChanged,
    });
    await expect(publish(address, (text) => `${text}\n9.1 Wrong.\n`)).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(
      publishPolicy(annotator, { ...address, draftVersion: 1, addedTouch: "none" }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("a draft", () => {
  test("is never overwritten by who has not seen it, and both texts come back", async () => {
    const { address } = await freshProject();
    const first = await savePolicyDraft(lead, { ...address, text: "# Lead's", baseVersion: 0 });
    await expect(
      savePolicyDraft(other, { ...address, text: "# Other's", baseVersion: 0 }),
    ).rejects.toMatchObject({
      code: "conflict",
      detail: { text: "# Lead's", version: 1, savedBy: "Lea" },
    });
    const second = await savePolicyDraft(other, {
      ...address,
      text: "# Other's",
      baseVersion: first.version,
    });
    await expect(savePolicyDraft(lead, { ...address, text: "# Mine", baseVersion: 1 })).rejects.toMatchObject(
      {
        detail: { text: "# Other's", version: second.version, savedBy: "Lou" },
      },
    );
    expect((await loadPolicyDraft(lead, address)).draft).toMatchObject({ text: "# Other's", version: 2 });
  });

  test("of two saves at once keeps one and refuses the other", async () => {
    const { address } = await freshProject();
    const saves = await Promise.allSettled(
      ["a", "b", "c", "d"].map((text) => savePolicyDraft(lead, { ...address, text, baseVersion: 0 })),
    );
    expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("of a policy that was never published is seen only by those who may edit", async () => {
    const { projectId } = await freshProject();
    const { number } = await createPolicy(lead, { projectId });
    expect(number).toBe(6);
    expect((await listPolicies(lead, projectId)).policies.at(-1)).toMatchObject({
      number: 6,
      version: null,
      hasDraft: true,
    });
    expect((await listPolicies(annotator, projectId)).policies).toHaveLength(5);
    await expect(loadPolicy(annotator, { projectId, number })).rejects.toMatchObject({ code: "not_found" });
    const { draft } = await loadPolicyDraft(lead, { projectId, number });
    expect(
      await publishPolicy(lead, { projectId, number, draftVersion: draft.version, addedTouch: "none" }),
    ).toMatchObject({
      version: 1,
      set: 2,
    });
    expect((await currentPolicySet(projectId))?.policies).toHaveLength(6);
  });
});

describe("archiving", () => {
  test("takes a policy out of force with all its clauses, and can be taken back", async () => {
    const { projectId, address } = await freshProject();
    const run = await createRun(projectId);
    const prompt = await createPrompt(projectId, "Cites 5.1?");
    const { recordId } = await createRecord(projectId, { prompt, run });
    const set = await currentPolicySet(projectId);
    expect(await archivePolicy(lead, address)).toEqual({ stale: 1 });
    expect(await db.record.findUniqueOrThrow({ where: { id: recordId } })).toMatchObject({ status: "stale" });
    expect((await currentPolicySet(projectId))?.policies.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(await clausesChangedSince(db, set?.id ?? "")).toContain("5.1");
    await expect(publish(address, reworded("5.1"))).rejects.toMatchObject({
      message: policiesStrings.archived.refused,
    });
    await expect(archivePolicy(lead, address)).rejects.toMatchObject({ code: "conflict" });
    await restorePolicy(lead, address);
    expect((await currentPolicySet(projectId))?.policies).toHaveLength(5);
    expect(await clausesChangedSince(db, set?.id ?? "")).toEqual([]);
  });
});

test("what changed since an older policy set is known by clause", async () => {
  const { projectId, address } = await freshProject();
  const first = await currentPolicySet(projectId);
  await publish(address, reworded("5.2"));
  await publish(address, (text) => withoutClause("5.4")(addingClause("5.90")(text)));
  expect(await clausesChangedSince(db, first?.id ?? "")).toEqual(["5.2", "5.4"]);
  expect(await clausesChangedSince(db, (await currentPolicySet(projectId))?.id ?? "")).toEqual([]);
});
