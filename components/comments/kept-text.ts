"use client";

import { useState } from "react";

/** Text that is still there after a look elsewhere and after a reload, until it is sent; kept in this tab alone. */
export function useKeptText(name: string): [string, (text: string) => void] {
  const place = `colloquy.text.${name}`;
  const [text, setText] = useState(() => read(place));
  return [
    text,
    (next) => {
      setText(next);
      write(place, next);
    },
  ];
}

function read(place: string): string {
  try {
    return sessionStorage.getItem(place) ?? "";
  } catch {
    return "";
  }
}

/** Without storage, the text lives as long as its field. */
function write(place: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, text);
  } catch {}
}
