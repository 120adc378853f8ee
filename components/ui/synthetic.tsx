import { commonStrings } from "#lib/domain/strings/common.ts";
import { Badge } from "./badge.tsx";

/** Marks what a script made up in place of a model, wherever it appears. */
export function Synthetic() {
  return <Badge tone="warn">{commonStrings.synthetic}</Badge>;
}
