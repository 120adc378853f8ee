"use client";

import type { ServerAction } from "#components/ui/action-state.ts";
import { policiesStrings } from "#lib/domain/strings/policies.ts";
import { Confirmation } from "./confirmation.tsx";

type PublishGuidelinesProps = {
  slug: string;
  draftVersion: number;
  version: number;
  publish: ServerAction<{ slug: string; draftVersion: number }, { version: number }>;
};

/** The button that publishes the guidelines. */
export function PublishGuidelines({ slug, draftVersion, version, publish }: PublishGuidelinesProps) {
  return (
    <Confirmation
      href={`/projects/${slug}/guidelines`}
      label={policiesStrings.publish.action(version)}
      run={() => publish({ slug, draftVersion })}
      told={(done) => policiesStrings.publish.done(done.version, 0)}
    />
  );
}
