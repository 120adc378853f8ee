import { startFakeProvider } from "#lib/server/testing/fake-provider.ts";
import { createPerson } from "#lib/server/testing/people.ts";
import { bedrock } from "#lib/server/testing/wires/bedrock.ts";
import { expect, test } from "./journey.ts";

test("an admin connects Nova on Amazon Bedrock with an access key, sees its prices, and tests it", async ({
  browserOf,
}) => {
  const fake = await startFakeProvider(bedrock);
  const page = await browserOf(await createPerson({ name: "Nora Admin", isAdmin: true }));

  await page.goto("/admin/endpoints/new");
  await expect(page.getByLabel("Region")).toBeHidden();
  await page.getByLabel("Provider").selectOption("Amazon Bedrock");
  await page.getByLabel("Name", { exact: true }).fill("Nova Pro");
  await page.getByLabel("Region").fill(bedrock.region ?? "");
  await page.getByRole("button", { name: bedrock.model }).click();
  await expect(page.getByLabel("Model", { exact: true })).toHaveValue(bedrock.model);
  await expect(page.getByLabel("Cached input")).toHaveValue("0.2");
  await expect(page.getByText("Noted in May 2026")).toBeVisible();
  await page.getByText("Address and structured output").click();
  await page.getByLabel("Base URL").fill(fake.url);
  await page.getByLabel("Key", { exact: true }).fill(bedrock.key.split(":")[0] ?? "");
  await page.getByRole("button", { name: "Add endpoint" }).click();
  await expect(page.getByText("ACCESS_KEY_ID:SECRET_ACCESS_KEY (and")).toBeVisible();
  await page.getByLabel("Key", { exact: true }).fill(bedrock.key);
  await page.getByRole("button", { name: "Add endpoint" }).click();

  await expect(page.getByRole("heading", { name: "Nova Pro", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await expect(page.getByText("It answers.")).toBeVisible();
  await expect(page.getByText("1,200 → 80")).toBeVisible();
  await expect(page.getByText("works", { exact: true })).toBeVisible();
  await expect(page.locator("main")).toContainText("Amazon Bedrock");
  expect(await page.content()).not.toContain("canary/secret");
  await fake.close();
});
