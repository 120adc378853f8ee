"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { useKeyDown } from "#components/ui/use-key-down.ts";
import type { Act, ActGroup } from "./act.ts";
import { Palette } from "./palette.tsx";

type Registry = {
  open: () => void;
  /** Adds what a page can do, for as long as it stands; asked anew each time the palette opens. */
  offer: (acts: () => ActGroup) => () => void;
};

const Context = createContext<Registry>({ open: () => {}, offer: () => () => {} });

type PaletteProviderProps = {
  /** What is listed on every page. */
  places: readonly ActGroup[];
  /** What follows from the very words that were typed, such as the number of a record. */
  typed: (query: string) => readonly Act[];
  children: ReactNode;
};

/** Gives the pages below one palette, opened by `Ctrl/⌘+K` wherever the focus is. */
export function PaletteProvider({ places, typed, children }: PaletteProviderProps) {
  const offers = useRef(new Set<() => ActGroup>());
  const [groups, setGroups] = useState<readonly ActGroup[] | null>(null);
  const [registry] = useState<Registry>(() => ({
    open: () => setGroups([...offers.current].map((offered) => offered())),
    offer(acts) {
      offers.current.add(acts);
      return () => offers.current.delete(acts);
    },
  }));

  useKeyDown((event) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key !== "k") return;
    event.preventDefault();
    if (document.querySelector("[role=dialog], [role=alertdialog]") === null) registry.open();
  });

  return (
    <Context value={registry}>
      {children}
      {groups && <Palette groups={[...groups, ...places]} typed={typed} onClose={() => setGroups(null)} />}
    </Context>
  );
}

/** Opens the palette. */
export function useOpenPalette(): () => void {
  return useContext(Context).open;
}

/** Lists what a page can do in the palette. */
export function useOffer(acts: () => ActGroup): void {
  const { offer } = useContext(Context);
  const current = useEffectEvent(acts);
  useEffect(() => offer(() => current()), [offer]);
}
