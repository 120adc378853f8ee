import type { Page } from "@playwright/test";
import { createPerson } from "#lib/server/testing/people.ts";
import { expect, test } from "./journey.ts";

const old = "an old and long password";
const fresh = "a fresh and long password";

test("a person changes their password, which signs out their other browsers", async ({ browserOf }) => {
  const ina = await createPerson({ name: "Ina Weber", password: old });
  const [here, elsewhere] = [await browserOf(ina), await browserOf(ina)];
  await elsewhere.goto("/account");
  await here.goto("/account");
  await expect(here.getByText("on one other")).toBeVisible();

  await test.step("a wrong password changes nothing and keeps what was typed", async () => {
    await here.getByLabel("Current password").fill("not this one at all");
    await here.getByLabel("New password").fill(fresh);
    await here.getByRole("button", { name: "Change password" }).click();
    await expect(here.getByRole("alert").filter({ hasText: "current password is not right" })).toBeVisible();
    await expect(here.getByLabel("New password")).toHaveValue(fresh);
  });

  await here.getByLabel("Current password").fill(old);
  await here.getByRole("button", { name: "Change password" }).click();
  await expect(here.getByText("Your other browsers are signed out")).toBeVisible();
  await expect(here.getByText("on this browser only")).toBeVisible();

  await elsewhere.reload();
  await expect(elsewhere.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await signIn(elsewhere, ina.email, old);
  await expect(elsewhere.getByRole("alert").filter({ hasText: "is not right" })).toBeVisible();
  await signIn(elsewhere, ina.email, fresh);
  await expect(elsewhere.getByRole("heading", { name: "Account", exact: true })).toBeVisible();
});

test("an admin makes a reset link; it works once and leaves no old session", async ({ browserOf }) => {
  const [ada, ina] = await Promise.all([
    createPerson({ name: "Ada Admin", isAdmin: true }),
    createPerson({ name: "Ina Forgets", password: old }),
  ]);
  const [admin, signedIn, newcomer] = [await browserOf(ada), await browserOf(ina), await browserOf()];
  await signedIn.goto("/account");

  await admin.goto("/admin/people");
  await admin.getByRole("searchbox").fill(ina.email);
  await admin.getByRole("button", { name: "Find" }).click();
  await admin.getByRole("link", { name: "Ina Forgets" }).click();
  await admin.getByRole("button", { name: "Make reset link" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByRole("button", { name: "Make reset link" }).click();
  const link = await dialog.getByText("/reset/").textContent();

  await newcomer.goto(link ?? "");
  await newcomer.getByLabel("New password").fill("short");
  await newcomer.getByRole("button", { name: "Save and sign in" }).click();
  await expect(newcomer.getByText("Use at least 12 characters")).toBeVisible();
  await newcomer.getByLabel("New password").fill(fresh);
  await newcomer.getByRole("button", { name: "Save and sign in" }).click();
  await expect(newcomer.getByRole("heading", { name: "Projects" })).toBeVisible();

  await signedIn.reload();
  await expect(signedIn.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await signedIn.goto(link ?? "");
  await expect(signedIn.getByRole("heading", { name: "does not work any more" })).toBeVisible();
});

test("an admin signs someone out everywhere, deactivates them and lets them back in", async ({
  browserOf,
}) => {
  const [ada, bo] = await Promise.all([
    createPerson({ name: "Ada Admin", isAdmin: true }),
    createPerson({ name: "Bo Leaves", password: old }),
  ]);
  const [admin, browser] = [await browserOf(ada), await browserOf(bo)];
  await browser.goto("/account");
  await admin.goto(`/admin/people/${bo.userId}`);

  await confirm(admin, "Sign out everywhere");
  await expect(admin.getByText("Bo Leaves is signed out everywhere")).toBeVisible();
  await browser.reload();
  await signIn(browser, bo.email, old);
  await expect(browser.getByRole("heading", { name: "Account", exact: true })).toBeVisible();

  await confirm(admin, "Deactivate");
  await expect(admin.getByText("Bo Leaves is deactivated")).toBeVisible();
  await browser.reload();
  await signIn(browser, bo.email, old);
  await expect(browser.getByRole("alert").filter({ hasText: "is not right" })).toBeVisible();

  await confirm(admin, "Reactivate");
  await expect(admin.getByText("Bo Leaves can sign in again")).toBeVisible();
  await signIn(browser, bo.email, old);
  await expect(browser.getByRole("heading", { name: "Account", exact: true })).toBeVisible();
});

/** Presses a button that asks back, and says yes. */
async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name, exact: true }).click();
  await expect(page.getByRole("alertdialog")).toBeHidden();
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
