import { expect, test } from "vitest";
import { actorOf } from "#lib/server/access/actor-of.ts";
import { signIn } from "#lib/server/auth/sign-in.ts";
import { db } from "#lib/server/database/client.ts";
import { createPerson, createProjectWith, sessionCookie } from "#lib/server/testing/people.ts";
import { changePassword, resetPassword, saveProfile, signOutElsewhere } from "./account.ts";
import { deactivate, makeResetLink, setAdmin } from "./administer.ts";
import { changeRole, removeMember } from "./members.ts";

const password = "correct horse battery";
const admin = await createPerson({ name: "Ada", isAdmin: true });

async function resetToken(userId: string): Promise<string> {
  const { url } = await makeResetLink(admin, userId);
  return url.split("/").at(-1) ?? "";
}

test("nobody but admins administers people", async () => {
  const [ina, bo] = await Promise.all([createPerson(), createPerson()]);
  await createProjectWith([[ina, "lead"]]);
  for (const attempt of [
    deactivate(ina, bo.userId),
    setAdmin(ina, ina.userId, true),
    makeResetLink(ina, bo.userId),
  ]) {
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("the last admin can neither step down nor be deactivated", async () => {
  await expect(setAdmin(admin, admin.userId, false)).rejects.toMatchObject({ code: "conflict" });
  await expect(deactivate({ kind: "operator" }, admin.userId)).rejects.toMatchObject({ code: "conflict" });
});

test("of two admins who step down at once, one stays", async () => {
  const other = await createPerson({ isAdmin: true });
  const tries = await Promise.allSettled([
    setAdmin(admin, admin.userId, false),
    setAdmin(other, other.userId, false),
  ]);
  expect(tries.map((attempt) => attempt.status).sort()).toEqual(["fulfilled", "rejected"]);
  await db.user.update({ where: { id: admin.userId }, data: { role: "admin" } });
  await db.user.update({ where: { id: other.userId }, data: { role: "user" } });
});

test("a project keeps a lead, also when two of them step back at once", async () => {
  const [ina, bo] = await Promise.all([createPerson(), createPerson()]);
  const { id, slug } = await createProjectWith([
    [ina, "lead"],
    [bo, "lead"],
  ]);
  const tries = await Promise.allSettled([
    changeRole(ina, { slug, userId: ina.userId, role: "reader" }),
    removeMember(bo, { slug, userId: bo.userId }),
  ]);
  expect(tries.map((attempt) => attempt.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.membership.count({ where: { projectId: id, role: "lead" } })).toBe(1);
});

test("a reset link sets a password once and signs out every browser", async () => {
  const ina = await createPerson({ password });
  const browser = new Headers({ cookie: await sessionCookie(ina) });
  const token = await resetToken(ina.userId);
  const next = "another horse battery";
  const tries = await Promise.allSettled([
    resetPassword({ token, password: next }),
    resetPassword({ token, password: next }),
  ]);
  expect(tries.map((attempt) => attempt.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await actorOf(browser)).toBeNull();
  await expect(signIn({ email: ina.email, password }, new Headers())).rejects.toMatchObject({
    code: "invalid",
  });
  await expect(signIn({ email: ina.email, password: next }, new Headers())).resolves.toBeDefined();
});

test("a newer reset link replaces the older one, and deactivation takes it away", async () => {
  const ina = await createPerson({ password });
  const older = await resetToken(ina.userId);
  const newer = await resetToken(ina.userId);
  await expect(resetPassword({ token: older, password })).rejects.toMatchObject({ code: "not_found" });
  await deactivate(admin, ina.userId);
  await expect(resetPassword({ token: newer, password })).rejects.toMatchObject({ code: "not_found" });
  await expect(makeResetLink(admin, ina.userId)).rejects.toMatchObject({ code: "conflict" });
});

test("a new password needs the old one and signs out the other browsers only", async () => {
  const ina = await createPerson({ password });
  const here = new Headers({ cookie: await sessionCookie(ina) });
  const there = new Headers({ cookie: await sessionCookie(ina) });
  const change = { currentPassword: "not the right one", password: "another horse battery" };
  await expect(changePassword(ina, change, here)).rejects.toMatchObject({ code: "invalid" });
  await changePassword(ina, { ...change, currentPassword: password }, here);
  expect(await actorOf(here)).not.toBeNull();
  expect(await actorOf(there)).toBeNull();
});

test("signing out elsewhere keeps this browser", async () => {
  const ina = await createPerson();
  const here = new Headers({ cookie: await sessionCookie(ina) });
  const there = new Headers({ cookie: await sessionCookie(ina) });
  await signOutElsewhere(ina, here);
  expect([await actorOf(here), await actorOf(there)]).toEqual([ina, null]);
});

test("a new address needs the password, a new name does not", async () => {
  const ina = await createPerson({ password });
  await saveProfile(ina, { name: "Ina Berg", email: ina.email, currentPassword: "" });
  const moved = { name: "Ina Berg", email: "moved@example.org", currentPassword: "" };
  await expect(saveProfile(ina, moved)).rejects.toMatchObject({ code: "invalid" });
  await saveProfile(ina, { ...moved, currentPassword: password });
  expect(await db.user.findUnique({ where: { id: ina.userId } })).toMatchObject({
    name: "Ina Berg",
    email: "moved@example.org",
  });
});

test("what was done is in the audit log, without any secret", async () => {
  const ina = await createPerson({ password });
  const token = await resetToken(ina.userId);
  await resetPassword({ token, password: "another horse battery" });
  await deactivate(admin, ina.userId);
  const events = await db.auditEvent.findMany({ where: { objectId: ina.userId }, orderBy: { id: "asc" } });
  expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
    ["person.make_reset_link", admin.userId],
    ["person.reset_password", ina.userId],
    ["person.deactivate", admin.userId],
  ]);
  expect(JSON.stringify(events)).not.toMatch(new RegExp(`${token}|horse`));
});
