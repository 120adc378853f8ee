import type { Locator, Page } from "@playwright/test";
import { startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import type { Misbehaviour } from "#lib/server/testing/fake-misbehaviour.ts";
import { createPerson, memberOf } from "#lib/server/testing/people.ts";
import { prepareRuns } from "#lib/server/testing/runs.ts";
import { expect, figure, test } from "./journey.ts";

// One after the other: they share the numbers that name their projects.
test.describe.configure({ mode: "default" });

type Case = {
  does: Misbehaviour | null;
  /** How many of a prompt's first calls it spoils. */
  times?: number;
  outcome: string;
  /** What stands under it in the run's list. */
  reason?: string;
  /** What stands at the end of the deliberation's page. */
  end: string;
};

const once = (does: Misbehaviour): Case => ({
  does,
  times: 1,
  outcome: "consensus",
  end: "Agreed in round 2.",
});
const odd = (does: Misbehaviour | null): Case => ({ does, outcome: "consensus", end: "Agreed in round 2." });
const failed = (does: Misbehaviour, outcome: string, reason: string, end: string): Case => ({
  does,
  outcome,
  reason,
  end: `${end} ${reason}`,
});
const noUse = "The endpoint gave no answer that could be used.";
const unread = "A reply could not be read, also after a second request. It is kept below.";
const wouldNot = "An agent would not take part.";

/** Each prompt meets another one: its number says which. */
const cases: readonly Case[] = [
  odd(null),
  odd("fenced"),
  odd("fenced_only"),
  odd("thinks"),
  odd("reasons"),
  odd("extra_keys"),
  odd("strange_text"),
  odd("no_usage"),
  once("server_error"),
  once("error_in_success"),
  once("no_choices"),
  once("conflict"),
  once("upstream_timeout"),
  once("overloaded"),
  once("busy"),
  once("resets"),
  failed(
    "html",
    "endpoint failed",
    "All attempts at this turn are used up; the last time, the endpoint failed.",
    noUse,
  ),
  failed(
    "hangs",
    "endpoint failed",
    "All attempts at this turn are used up; the last time, the endpoint did not answer in time.",
    noUse,
  ),
  failed(
    "stalls",
    "endpoint failed",
    "All attempts at this turn are used up; the last time, the endpoint did not answer in time.",
    noUse,
  ),
  failed(
    "cut",
    "endpoint failed",
    "All attempts at this turn are used up; the last time, the connection broke in the middle of the reply.",
    noUse,
  ),
  failed("bad_request", "endpoint failed", "The endpoint did not accept the request.", noUse),
  failed("redirects", "endpoint failed", "The endpoint did not accept the request.", noUse),
  failed("too_long", "endpoint failed", "The request is longer than the model can read.", noUse),
  failed("bad_json", "unparseable", "The JSON is not complete or not valid.", unread),
  failed("cut_json", "unparseable", "The JSON is not complete or not valid.", unread),
  failed("wrong_shape", "unparseable", "`intents`", unread),
  failed("empty", "unparseable", "The reply is empty.", unread),
  failed(
    "truncated",
    "truncated",
    "The limit was 8,192 output tokens.",
    "A reply was cut off by its length limit and is not complete.",
  ),
  failed(
    "refuses",
    "agent refused",
    "Decomposer declined the task, also when it was asked in other words.",
    wouldNot,
  ),
  failed(
    "declines",
    "agent refused",
    "Decomposer declined the task, also when it was asked in other words.",
    wouldNot,
  ),
  failed(
    "filtered",
    "agent refused",
    "The content filter of Decomposer's endpoint held the reply back",
    wouldNot,
  ),
];
/** The one after them is asked to wait for two minutes. */
const waiting = cases.length + 1;

test("the pages of a run tell the truth about every misbehaviour", async ({ browserOf }) => {
  test.setTimeout(90_000);
  const asked = new Map<number, number>();
  await using endpoint = await startFakeEndpoint({
    plan: ({ prompt }) => {
      const number = Number(/process (\d+)/.exec(prompt)?.[1]);
      const n = (asked.get(number) ?? 0) + 1;
      asked.set(number, n);
      if (number === waiting) return "rate_limited";
      const { does, times = Number.POSITIVE_INFINITY } = cases[number - 1] ?? { does: null };
      return n <= times ? does : null;
    },
    retryAfter: () => ({ "retry-after": "120" }),
  });
  const { page, url } = await runOf(browserOf, {
    prompts: waiting,
    url: endpoint.url,
    // Longer than any good reply takes on a busy machine: only those that hang are given up.
    budgets: { callSeconds: 3, attemptsPerTurn: 2 },
    categories: ["weapons", "homonyms"],
  });

  const bad = cases.filter(({ reason }) => reason !== undefined).length;
  await expect(figure(page, "Failed")).toHaveText(`${bad}`, { timeout: 40_000 });
  await expect(figure(page, "Waiting")).toHaveText("1", { timeout: 20_000 });
  await expect(figure(page, "In flight")).toHaveText("0");
  await expect(page.getByText(`${cases.length} of ${waiting} prompts`)).toBeVisible();
  await expect(
    page.getByText("1 deliberation: Waiting, since the endpoint asked to slow down."),
  ).toBeVisible();
  await expect(figure(page, "Time left")).toHaveText("–");
  await page.reload();

  for (const [index, { outcome, reason }] of cases.entries()) {
    const row = rowOf(page, index + 1);
    await expect.soft(row.getByText(outcome, { exact: true })).toBeVisible();
    if (reason) await expect.soft(row).toContainText(reason);
  }
  await expect(rowOf(page, waiting)).toContainText("Waiting, since the endpoint asked to slow down.");

  const refused = page.getByRole("region", { name: "Refused tasks" });
  await expect(refused).toContainText(/^Refused tasks6 of \d+ replies/);
  await expect(refused.getByRole("row").filter({ hasText: "weapons" })).toContainText(/\d+(\.\d)? %/);

  for (const [index, { does, end }] of cases.entries()) {
    await page.goto(`${url}/${index + 1}`);
    await expect.soft(page.getByText(end).first(), `${does}`).toBeVisible();
    if (does === "bad_json") {
      await expect(page.getByText("not readable").first()).toBeVisible();
      await expect(page.getByText(/"kind":"explicit".*,\}/).first()).toBeVisible();
    }
  }

  await page.goto(`${url}/${waiting}`);
  await expect(page.getByText(/slow down\. Next try at \d\d:\d\d:\d\d\./)).toBeVisible();
  await expect(page.getByText("rate limited")).toBeVisible();
  await expect(page.getByText("asked to wait 120 s")).toBeVisible();

  await page.goto(url);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel the run" }).click();
  await expect(page.getByText(`${waiting} of ${waiting} prompts`)).toBeVisible();
  await page.reload();
  await expect(rowOf(page, waiting)).toContainText("Cancelled by a person.");
});

test("a fallback that answered, a budget that was spent and a quota that is used up are named", async ({
  browserOf,
}) => {
  let does: Misbehaviour | null = "refuses";
  await using endpoint = await startFakeEndpoint({
    plan: ({ stage }) => (does !== "refuses" || stage === "initial" ? does : null),
  });
  await using second = await startFakeEndpoint();
  const { page, url, prepared } = await runOf(browserOf, {
    prompts: 1,
    url: endpoint.url,
    fallback: second.url,
    version: { inputPrice: 1_000_000, outputPrice: 1_000_000 },
  });
  await expect(page.getByText("1 of 1 prompt", { exact: true })).toBeVisible();
  await page.goto(`${url}/1`);
  await expect(page.getByText(/answered by the fallback endpoint, Fallback \d+/)).toHaveCount(1);
  await expect(page.getByText("3rd attempt")).toBeVisible();
  await page.getByRole("button", { name: "Details" }).nth(1).click();
  const details = page.getByRole("dialog");
  await expect(details.getByText("refused the task")).toHaveCount(2);
  await expect(details.getByText("accepted")).toBeVisible();
  await expect(details.getByText(/^Asked with template version \d+ and seed \d+\./)).toBeVisible();

  does = null;
  const poor = await prepared.start({ capMicros: 1_000 });
  await page.goto(url.replace(/\d+$/, `${poor.number}`));
  await expect(figure(page, "Failed")).toHaveText("1");
  await page.reload();
  await expect(rowOf(page, 1).getByText("budget spent")).toBeVisible();
  await expect(rowOf(page, 1)).toContainText("The run's budget has no room for another call.");

  does = "no_quota";
  const stopped = await prepared.start();
  await page.goto(url.replace(/\d+$/, `${stopped.number}`));
  await expect(page.getByText("Its quota or credit is used up. 1 deliberation waits for it")).toBeVisible();
  const admin = await browserOf(await createPerson({ name: "Ada Admin", isAdmin: true }));
  await admin.goto(`/admin/endpoints/${prepared.endpointId}`);
  await expect(admin.getByText("Its quota or credit is used up. Add credit with the provider")).toBeVisible();
  await expect(admin.getByText("1 deliberation waits in 1 run")).toBeVisible();
  await expect(admin.getByText(new RegExp(`^Runs \\d+, run ${stopped.number} \\(1\\)$`))).toBeVisible();
});

type Prepare = Parameters<typeof prepareRuns>[0];

/** A run under way, in the browser of someone who leads its project. */
async function runOf(
  browserOf: (person: Awaited<ReturnType<typeof createPerson>>) => Promise<Page>,
  what: Prepare,
) {
  const prepared = await prepareRuns(what);
  const lead = await memberOf(prepared.projectId, "Lea Lead", { role: "lead" });
  const run = await prepared.start();
  const page = await browserOf(lead);
  const url = `/projects/${prepared.slug}/runs/${run.number}`;
  await page.goto(url);
  return { page, url, prepared };
}

function rowOf(page: Page, number: number): Locator {
  return page.getByRole("row").filter({ hasText: `process ${number}?` });
}
