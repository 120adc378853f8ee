import { expect, test } from "vitest";
import { faultsOfLock } from "./check-lock.ts";

const next = "node_modules/next";
const asksForMac = { optionalDependencies: { "@next/swc-darwin-arm64": "16.4.5" } };

test("a lock that has every optional platform package is good, wherever npm put it", () => {
  for (const place of [
    "node_modules/@next/swc-darwin-arm64",
    `${next}/node_modules/@next/swc-darwin-arm64`,
  ]) {
    expect(faultsOfLock({ packages: { [next]: asksForMac, [place]: {} } })).toEqual([]);
  }
});

test("a platform package that npm dropped is named", () => {
  expect(faultsOfLock({ packages: { [next]: asksForMac } })).toEqual([
    "@next/swc-darwin-arm64@16.4.5, optional for node_modules/next, is missing.",
  ]);
});

test("a platform package nested in another package does not count", () => {
  const elsewhere = "node_modules/other/node_modules/@next/swc-darwin-arm64";
  expect(faultsOfLock({ packages: { [next]: asksForMac, [elsewhere]: {} } })).toHaveLength(1);
});

test("a download address is a fault, a place in the checkout is none", () => {
  const packages = {
    "node_modules/a": { resolved: "https://example.org/a.tgz" },
    "node_modules/b": { resolved: "b" },
  };
  expect(faultsOfLock({ packages })).toEqual(["node_modules/a records where it was downloaded from."]);
});
