"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { coverageStrings } from "#lib/domain/strings/coverage.ts";
import { evaluationStrings } from "#lib/domain/strings/evaluation.ts";
import { exposureStrings } from "#lib/domain/strings/exposure.ts";
import { insightStrings as strings } from "#lib/domain/strings/insights.ts";
import { judgesStrings } from "#lib/domain/strings/judges.ts";
import { qualityStrings } from "#lib/domain/strings/quality.ts";
import { shellStrings } from "#lib/domain/strings/shell.ts";

type InsightsFrameProps = {
  slug: string /** To leads, who may see more than readers. */;
  showsPlanted: boolean;
  children: ReactNode;
};

/** Title and tabs of a project's insights. */
export function InsightsFrame({ slug, showsPlanted, children }: InsightsFrameProps) {
  const pathname = usePathname();
  const base = `/projects/${slug}/insights`;
  const pages = [
    { href: base, label: strings.agreement, about: strings.about.agreement },
    { href: `${base}/coverage`, label: coverageStrings.title, about: strings.about.coverage },
    { href: `${base}/quality`, label: qualityStrings.title, about: strings.about.quality },
    { href: `${base}/judges`, label: judgesStrings.title, about: strings.about.judges },
    { href: `${base}/evaluation`, label: evaluationStrings.title, about: strings.about.evaluation },
    ...(showsPlanted
      ? [
          { href: `${base}/planted`, label: shellStrings.planted, about: strings.about.planted },
          { href: `${base}/exposure`, label: exposureStrings.totals.title, about: strings.about.exposure },
        ]
      : []),
  ];
  const current = pages.find(({ href }) => href === pathname);
  return (
    <>
      <PageHeader title={strings.title} description={current?.about} />
      <TabLinks
        label={strings.pages}
        items={pages.map(({ href, label }) => ({ href, label, current: href === current?.href }))}
      />
      <div className="mt-6">{children}</div>
    </>
  );
}
