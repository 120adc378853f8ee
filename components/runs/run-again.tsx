"use client";

import { Button } from "#components/ui/button.tsx";
import { Menu, MenuLink, MenuSeparator } from "#components/ui/menu.tsx";
import { gaveThoughts, outcomes } from "#lib/domain/deliberation/outcome.ts";
import type { RunProgress } from "#lib/domain/run/view.ts";
import { deliberationPageStrings } from "#lib/domain/strings/deliberation-page.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";

/** Opens the form for a new run with the prompts of this one: all, those that failed, or those with one outcome. */
export function RunAgain({ progress, href }: { progress: RunProgress; href: string }) {
  const ended = outcomes.flatMap((outcome) => {
    const n = progress.outcomes[outcome] ?? 0;
    return n > 0 ? [{ outcome, n }] : [];
  });
  const failed = ended.reduce((sum, { outcome, n }) => sum + (gaveThoughts(outcome) ? 0 : n), 0);
  return (
    <Menu trigger={<Button>{strings.runAgain}</Button>}>
      <MenuLink href={href}>{strings.runAgainAll(progress.subjects)}</MenuLink>
      {failed > 0 ? <MenuLink href={`${href}&part=failed`}>{strings.runAgainFailed(failed)}</MenuLink> : null}
      {ended.length > 0 ? <MenuSeparator /> : null}
      {ended.map(({ outcome, n }) => (
        <MenuLink key={outcome} href={`${href}&part=${outcome}`}>
          {strings.runAgainOutcome(deliberationPageStrings.outcome[outcome], n)}
        </MenuLink>
      ))}
    </Menu>
  );
}
