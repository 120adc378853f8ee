import { expect, test } from "vitest";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { deactivate, reactivate, setAdmin, signOutPerson } from "#lib/server/people/administer.ts";
import { changeRole, removeMember } from "#lib/server/people/members.ts";
import { createPerson, createProjectWith, sessionCookie } from "#lib/server/testing/people.ts";
import { actorOf } from "./actor-of.ts";

const admin = await createPerson({ name: "Ada", isAdmin: true });

async function signedIn(options: Parameters<typeof createPerson>[0] = {}) {
  const person = await createPerson(options);
  return { person, browser: new Headers({ cookie: await sessionCookie(person) }) };
}

test("nobody is nobody", async () => {
  expect(await actorOf(new Headers())).toBeNull();
});

test("a session that an admin ends is gone with the next request", async () => {
  const { person, browser } = await signedIn();
  await signOutPerson(admin, person.userId);
  expect(await actorOf(browser)).toBeNull();
});

test("a deactivated person is nobody, and does not come back by being reactivated", async () => {
  const { person, browser } = await signedIn();
  await deactivate(admin, person.userId);
  expect(await actorOf(browser)).toBeNull();
  await reactivate(admin, person.userId);
  expect(await actorOf(browser)).toBeNull();
});

test("a session whose time is over is nobody's", async () => {
  const { person, browser } = await signedIn();
  await db.session.updateMany({ where: { userId: person.userId }, data: { expiresAt: new Date(0) } });
  expect(await actorOf(browser)).toBeNull();
});

test("admin given and taken counts from the next request on", async () => {
  const { person, browser } = await signedIn();
  await setAdmin(admin, person.userId, true);
  expect(await actorOf(browser)).toMatchObject({ isAdmin: true });
  await setAdmin(admin, person.userId, false);
  expect(await actorOf(browser)).toMatchObject({ isAdmin: false });
});

test("a role changed and taken counts from the next request on", async () => {
  const [lead, bo] = await Promise.all([createPerson(), createPerson({ name: "Bo" })]);
  const { id: projectId, slug } = await createProjectWith([
    [lead, "lead"],
    [bo, "annotator"],
  ]);
  const start = () => authorize(bo, "runs.start", { projectId });
  await expect(start()).rejects.toMatchObject({ code: "forbidden" });
  await changeRole(lead, { slug, userId: bo.userId, role: "lead" });
  await expect(start()).resolves.toBe("lead");
  await removeMember(lead, { slug, userId: bo.userId });
  await expect(start()).rejects.toMatchObject({ code: "not_found" });
});
