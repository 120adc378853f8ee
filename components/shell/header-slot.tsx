"use client";

import { createContext, type ReactNode, useContext } from "react";
import { createPortal } from "react-dom";

/** The place at the end of the header, once it stands. */
export const HeaderEnd = createContext<HTMLElement | null>(null);

/** Shows a page's own state at the end of the app's header: “Saved 12:03:05”, “6 left in this batch”, keys. */
export function HeaderSlot({ children }: { children: ReactNode }) {
  const place = useContext(HeaderEnd);
  return place && createPortal(children, place);
}
