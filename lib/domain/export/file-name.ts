import type { Format } from "./formats.ts";

/** Name of a release's file: `support-3-aidsafe.jsonl`, with `synthetic` in it if any row is made up. */
export function fileName(release: {
  projectSlug: string;
  snapshot: number;
  format: Format;
  synthetic: boolean;
}): string {
  const parts = [release.projectSlug, release.snapshot, release.synthetic ? "synthetic" : "", release.format];
  return `${parts.filter((part) => part !== "").join("-")}.jsonl`;
}

/** Manifest, data card and README lie beside the file that they describe. */
export function manifestName(file: string): string {
  return `${file}.manifest.json`;
}

export function cardName(file: string): string {
  return `${file}.card.md`;
}

export function readmeName(file: string): string {
  return `${file}.README.md`;
}
