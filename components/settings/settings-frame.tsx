"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { exposureStrings } from "#lib/domain/strings/exposure.ts";
import { settingsStrings as strings } from "#lib/domain/strings/settings.ts";

/** Title and tabs of a project's settings. */
export function SettingsFrame({ slug, children }: { slug: string; children: ReactNode }) {
  const pathname = usePathname();
  const base = `/projects/${slug}/settings`;
  const pages = [
    { href: base, label: strings.general },
    { href: `${base}/exposure`, label: exposureStrings.settings.title },
    { href: `${base}/people`, label: strings.people },
    { href: `${base}/audit`, label: strings.audit },
  ];
  return (
    <>
      <PageHeader title={strings.title} />
      <TabLinks
        label={strings.pages}
        items={pages.map((page) => ({ ...page, current: page.href === pathname }))}
      />
      <div className="mt-6">{children}</div>
    </>
  );
}
