import type { ReactNode } from "react";
import { Frame } from "./frame.tsx";
import type { Person } from "./user-menu.tsx";

type PlainShellProps = {
  actor: Person;
  signOut: () => Promise<void>;
  /** The page's name, as its only crumb. */
  title: string;
  children: ReactNode;
};

/** The frame around pages that belong to no project: the list of projects, the account. */
export function PlainShell({ actor, signOut, title, children }: PlainShellProps) {
  return (
    <Frame person={actor} signOut={signOut} crumbs={[{ label: title }]}>
      {children}
    </Frame>
  );
}
