"use client";

import { LogOut, Settings2, ShieldUser, SquareStack } from "lucide-react";
import { startTransition } from "react";
import { ThemeChoice } from "#components/theme/theme-choice.tsx";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "#components/ui/menu.tsx";
import { shellStrings as strings } from "#lib/domain/strings/shell.ts";

/** The signed-in person, as the frame shows them. */
export type Person = { name: string; email: string; isAdmin: boolean };

type UserMenuProps = { person: Person; signOut: () => Promise<void> };

/** Who is signed in; account, theme, ways to other parts, and the way out. */
export function UserMenu({ person, signOut }: UserMenuProps) {
  return (
    <Menu
      className="w-60"
      trigger={
        <button
          type="button"
          className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft text-xs/none font-semibold text-accent pointer-coarse:size-9"
        >
          <span aria-hidden>{initials(person.name)}</span>
          <span className="sr-only">{strings.userMenu(person.name)}</span>
        </button>
      }
    >
      <div className="px-2.5 pt-1.5 pb-2">
        <p className="truncate text-sm font-medium">{person.name}</p>
        <p className="truncate text-xs text-ink-3">{person.email}</p>
      </div>
      <MenuSeparator />
      <MenuLink href="/account">
        <Settings2 aria-hidden />
        {strings.account}
      </MenuLink>
      <MenuLink href="/projects">
        <SquareStack aria-hidden />
        {strings.allProjects}
      </MenuLink>
      {person.isAdmin && (
        <MenuLink href="/admin/endpoints">
          <ShieldUser aria-hidden />
          {strings.administration}
        </MenuLink>
      )}
      <MenuSeparator />
      <ThemeChoice />
      <MenuSeparator />
      <MenuItem onSelect={() => startTransition(signOut)}>
        <LogOut aria-hidden />
        {strings.signOut}
      </MenuItem>
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = "", last = ""] = [words.at(0), words.length > 1 ? words.at(-1) : ""];
  return [first, last].map((word) => [...word][0]?.toLocaleUpperCase("en") ?? "").join("");
}
