import { expect, test } from "vitest";
import { hashPassword, savePassword } from "#lib/server/auth/password.ts";
import { db } from "#lib/server/database/client.ts";
import { createProject } from "#lib/server/projects/create.ts";
import { firstSignInUrl, redeemFirstSignIn } from "./first-sign-in.ts";

const tokenIn = (url: string | null) => url?.split("/").at(-1) ?? "";

test("the first admin comes in once, and leads the demonstration project", async () => {
  const demonstration = await createProject(
    { kind: "operator" },
    { name: "Demo" },
    { isDemonstration: true },
  );
  const token = tokenIn(await firstSignInUrl());
  const [first, second] = await Promise.all([redeemFirstSignIn(token), redeemFirstSignIn(token)]);
  const { userId } = first ?? second ?? { userId: "" };
  expect([first, second].filter(Boolean)).toHaveLength(1);
  expect(await db.user.findUnique({ where: { id: userId } })).toMatchObject({ role: "admin" });
  const key = { projectId: demonstration.id, userId };
  expect(await db.membership.findUnique({ where: { projectId_userId: key } })).toMatchObject({
    role: "lead",
  });
});

test("each start prints a new link for the same admin, and the old one stops working", async () => {
  const before = tokenIn(await firstSignInUrl());
  const after = tokenIn(await firstSignInUrl());
  expect(await redeemFirstSignIn(before)).toBeNull();
  expect(await redeemFirstSignIn(after)).not.toBeNull();
  expect(await db.user.count({ where: { role: "admin" } })).toBe(1);
});

test("a link of yesterday does not work, and no link is kept in the clear", async () => {
  const token = tokenIn(await firstSignInUrl());
  const [kept] = await db.verification.findMany();
  expect(JSON.stringify(kept)).not.toContain(token);
  await db.verification.updateMany({ data: { expiresAt: new Date(0) } });
  expect(await redeemFirstSignIn(token)).toBeNull();
});

test("there is no link any more once an admin has a password", async () => {
  const admin = await db.user.findFirstOrThrow({ where: { role: "admin" } });
  await savePassword(db, admin.id, await hashPassword("correct horse battery"));
  expect(await firstSignInUrl()).toBeNull();
});
