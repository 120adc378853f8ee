import type { CallWarning } from "ai";
import { endpointStrings } from "#lib/domain/strings/endpoint.ts";

/** A setting that was left out or bent: the call went through, but not quite as the recipe says. */
export function wordsOf(warning: CallWarning): string {
  switch (warning.type) {
    case "unsupported":
    case "compatibility":
      return endpointStrings.warnings[warning.type](warning.feature, warning.details ?? null);
    case "deprecated":
      return endpointStrings.warnings.deprecated(warning.setting, warning.message);
    case "other":
      return warning.message;
  }
}
