import { expect, test } from "vitest";
import type { z } from "zod";
import type { NewInvitation } from "#lib/domain/people/invitation.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { signIn } from "#lib/server/auth/sign-in.ts";
import { db } from "#lib/server/database/client.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import { invite, listProjectInvitations, revokeInvitation } from "./invitations.ts";
import { findInvitation, joinAs, joinWithNewAccount } from "./join.ts";

const password = "correct horse battery";
const admin = await createPerson({ name: "Ada", isAdmin: true });
const lead = await createPerson({ name: "Lea" });
const project = await createProjectWith([[lead, "lead"]]);

const terms: z.output<typeof NewInvitation> = {
  email: undefined,
  days: 7,
  slug: project.slug,
  role: "annotator",
  isAdmin: false,
};

async function tokenOf(actor = lead, changed: Partial<typeof terms> = {}): Promise<string> {
  const { url } = await invite(actor, { ...terms, ...changed });
  return url.split("/").at(-1) ?? "";
}

let people = 0;
function newcomer(token: string) {
  people += 1;
  return { token, name: "Bo", email: `bo.${people}@example.org`, password };
}

test("a newcomer gets what the invitation says, and can sign in", async () => {
  const account = newcomer(await tokenOf());
  const { userId, slug } = await joinWithNewAccount(account);
  expect(slug).toBe(project.slug);
  const bo = { kind: "person" as const, userId, name: "Bo", email: account.email, isAdmin: false };
  expect(await authorize(bo, "records.review", { projectId: project.id })).toBe("annotator");
  await expect(signIn({ email: account.email, password }, new Headers())).resolves.toBeDefined();
});

test("an invitation works once, also when two people try at the same time", async () => {
  const token = await tokenOf();
  const tries = await Promise.allSettled([
    joinWithNewAccount(newcomer(token)),
    joinWithNewAccount(newcomer(token)),
  ]);
  expect(tries.map((attempt) => attempt.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await findInvitation(token)).toBeNull();
  await expect(joinWithNewAccount(newcomer(token))).rejects.toMatchObject({ code: "not_found" });
});

test("who loses the race leaves no account behind", async () => {
  const token = await tokenOf();
  await joinWithNewAccount(newcomer(token));
  const late = newcomer(token);
  await expect(joinWithNewAccount(late)).rejects.toMatchObject({ code: "not_found" });
  expect(await db.user.findUnique({ where: { email: late.email } })).toBeNull();
});

test("a withdrawn invitation and one whose time is over do not work", async () => {
  const withdrawn = await tokenOf();
  const [newest] = await listProjectInvitations(lead, project.slug);
  await revokeInvitation(lead, newest?.id ?? "");
  const expired = await tokenOf();
  const [latest] = await listProjectInvitations(lead, project.slug);
  await db.invitation.update({ where: { id: latest?.id ?? "" }, data: { expiresAt: new Date(0) } });
  for (const token of [withdrawn, expired, "made-up"]) {
    expect(await findInvitation(token)).toBeNull();
    await expect(joinWithNewAccount(newcomer(token))).rejects.toMatchObject({ code: "not_found" });
  }
});

test("the link is not kept: the table holds only its hash", async () => {
  const token = await tokenOf();
  expect(JSON.stringify(await db.invitation.findMany())).not.toContain(token);
});

test("someone who has an account joins with it, and a lead who opens the link stays lead", async () => {
  const mia = await createPerson({ name: "Mia" });
  await joinAs(mia, await tokenOf());
  expect(await authorize(mia, "project.read", { projectId: project.id })).toBe("annotator");
  await joinAs(lead, await tokenOf());
  expect(await authorize(lead, "project.read", { projectId: project.id })).toBe("lead");
});

test("an address that is taken is refused and the invitation stays open", async () => {
  const token = await tokenOf();
  const taken = { ...newcomer(token), email: lead.email };
  await expect(joinWithNewAccount(taken)).rejects.toMatchObject({ code: "conflict" });
  expect(await findInvitation(token)).toMatchObject({ projectName: project.name, role: "annotator" });
});

test("only admins make admins, and invite without a project", async () => {
  await expect(tokenOf(lead, { isAdmin: true })).rejects.toMatchObject({ code: "forbidden" });
  await expect(tokenOf(lead, { slug: "" })).rejects.toMatchObject({ code: "forbidden" });
  const { userId } = await joinWithNewAccount(newcomer(await tokenOf(admin, { slug: "", isAdmin: true })));
  expect(await db.user.findUnique({ where: { id: userId } })).toMatchObject({ role: "admin" });
});

test("an annotator invites nobody, and a lead nobody to other projects", async () => {
  const bo = await createPerson();
  const other = await createProjectWith([[bo, "annotator"]], "Other");
  await expect(tokenOf(bo, { slug: other.slug })).rejects.toMatchObject({ code: "forbidden" });
  await expect(tokenOf(lead, { slug: other.slug })).rejects.toMatchObject({ code: "not_found" });
});

test("a lead does not learn of, let alone withdraw, invitations that are not theirs", async () => {
  await tokenOf(admin, { slug: "", isAdmin: true });
  const foreign = await db.invitation.findFirstOrThrow({ where: { projectId: null, acceptedAt: null } });
  await expect(revokeInvitation(lead, foreign.id)).rejects.toMatchObject({ code: "not_found" });
});
