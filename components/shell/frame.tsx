"use client";

import { Menu } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Breadcrumbs, type Crumb } from "#components/ui/breadcrumbs.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { commonStrings } from "#lib/domain/strings/common.ts";
import { shellStrings as strings } from "#lib/domain/strings/shell.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { BrandMark } from "./brand-mark.tsx";
import { HeaderEnd } from "./header-slot.tsx";
import type { NavGroup } from "./nav.ts";
import { NavList } from "./nav-list.tsx";
import { type Person, UserMenu } from "./user-menu.tsx";

export type FrameProps = {
  person: Person;
  signOut: () => Promise<void>;
  crumbs: readonly Crumb[];
  nav?: { label: string; groups: readonly NavGroup[] };
  /** Stands at the foot of the navigation. */
  navNote?: ReactNode;
  /** Stands in the header before the person's menu. */
  tool?: ReactNode;
  children: ReactNode;
};

/** Header, navigation and content of every page behind the sign-in. */
export function Frame({ person, signOut, crumbs, nav, navNote, tool, children }: FrameProps) {
  const [headerEnd, setHeaderEnd] = useState<HTMLElement | null>(null);
  const [menuOpen, setMenuOpen] = useState(false);
  const closeMenu = () => setMenuOpen(false);

  return (
    <div className="group/frame">
      <a
        href="#content"
        className="fixed top-2 left-2 z-60 rounded-md bg-accent px-3.5 py-2 font-medium text-accent-ink not-focus:sr-only"
      >
        {strings.skip}
      </a>
      <header className="sticky top-0 z-40 flex h-13 items-center gap-4 border-b border-line bg-surface px-5 max-sm:gap-2.5 max-sm:px-4">
        {nav && (
          <IconButton
            label={strings.menu}
            tooltip={false}
            onClick={() => setMenuOpen(true)}
            className="-ml-2.5 max-sm:hidden lg:hidden group-has-[[data-layout=room]]/frame:inline-flex!"
          >
            <Menu aria-hidden />
          </IconButton>
        )}
        <PageLink
          href="/"
          className="flex items-center gap-2 rounded-sm font-read text-md font-semibold group-has-[[data-layout=room]]/frame:max-sm:hidden"
        >
          <BrandMark className="size-6 sm:hidden" />
          <span className="max-sm:sr-only">{commonStrings.productName}</span>
        </PageLink>
        <div className="min-w-0 flex-1">
          <Breadcrumbs items={crumbs} />
        </div>
        <div
          ref={setHeaderEnd}
          className="flex shrink-0 items-center gap-4 text-xs text-ink-2 empty:hidden"
        />
        {tool}
        <UserMenu person={person} signOut={signOut} />
      </header>

      <div className="flex">
        {nav && (
          <aside className="sticky top-13 h-[calc(100dvh-3.25rem)] w-54 shrink-0 overflow-y-auto border-r border-line px-3 py-4 max-lg:hidden group-has-[[data-layout=room]]/frame:hidden">
            <div className="flex min-h-full flex-col justify-between gap-6">
              <NavList {...nav} />
              {navNote}
            </div>
          </aside>
        )}
        <HeaderEnd value={headerEnd}>
          <main
            id="content"
            tabIndex={-1}
            className="mx-auto w-full max-w-[70rem] min-w-0 flex-1 px-5 pt-7 pb-24 outline-none sm:px-8 sm:pb-14 has-[[data-layout=reading]]:max-w-[50rem] has-[[data-layout=wide]]:max-w-none has-[[data-layout=room]]:max-w-none has-[[data-layout=room]]:p-0"
          >
            {children}
          </main>
        </HeaderEnd>
      </div>

      {nav && (
        <>
          <BottomBar {...nav} onMore={() => setMenuOpen(true)} />
          <Sheet open={menuOpen} onOpenChange={setMenuOpen} side="left" title={crumbs[0]?.label}>
            <NavList {...nav} onNavigate={closeMenu} />
            {navNote && <div className="mt-6">{navNote}</div>}
          </Sheet>
        </>
      )}
    </div>
  );
}
