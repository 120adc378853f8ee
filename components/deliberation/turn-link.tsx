"use client";

import { createContext, type ReactNode, useContext } from "react";
import { TextLink } from "#components/ui/text-link.tsx";

/** Brings a turn into view where it may be behind a tab; null where turns are always in view. */
export const ShowTurn = createContext<((seq: number) => void) | null>(null);

/** The anchor of a turn. */
export const turnAnchor = (seq: number) => `turn-${seq}`;

/** A link to a turn of the same page. */
export function TurnLink({ seq, children, ...rest }: { seq: number; children: ReactNode }) {
  const show = useContext(ShowTurn);
  return (
    <TextLink
      {...rest}
      href={`#${turnAnchor(seq)}`}
      onClick={(event) => {
        if (!show) return;
        event.preventDefault();
        show(seq);
      }}
    >
      {children}
    </TextLink>
  );
}
