import type { ReactNode } from "react";
import { PageLink } from "#components/ui/page-link.tsx";
import { commonStrings } from "#lib/domain/strings/common.ts";
import { BrandMark } from "./brand-mark.tsx";

/** A page outside every frame, for what can happen before anything is known about the person. */
export function BarePage({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="flex h-13 items-center border-b border-line bg-surface px-5">
        <PageLink href="/" className="flex items-center gap-2.5 rounded-sm font-read text-md font-semibold">
          <BrandMark className="size-6" />
          {commonStrings.productName}
        </PageLink>
      </header>
      <main className="px-6">{children}</main>
    </>
  );
}
