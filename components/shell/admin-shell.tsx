"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { shellStrings as strings } from "#lib/domain/strings/shell.ts";
import { adminCrumbs } from "./crumbs.ts";
import { Frame } from "./frame.tsx";
import { adminNav } from "./nav.ts";
import type { Person } from "./user-menu.tsx";

type AdminShellProps = { actor: Person; signOut: () => Promise<void>; children: ReactNode };

/** The frame around the pages of the installation. */
export function AdminShell({ actor, signOut, children }: AdminShellProps) {
  return (
    <Frame
      person={actor}
      signOut={signOut}
      crumbs={adminCrumbs(usePathname())}
      nav={{ label: strings.administrationPages, groups: adminNav }}
    >
      {children}
    </Frame>
  );
}
