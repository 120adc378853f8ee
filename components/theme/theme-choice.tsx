"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { MenuChoice } from "#components/ui/menu.tsx";
import { shellStrings as strings } from "#lib/domain/strings/shell.ts";

const themes = [
  { value: "light", label: strings.light, icon: <Sun aria-hidden /> },
  { value: "dark", label: strings.dark, icon: <Moon aria-hidden /> },
  { value: "system", label: strings.system, icon: <Monitor aria-hidden /> },
];

/** Light, dark, or what the system says; part of a menu. */
export function ThemeChoice() {
  const { theme, setTheme } = useTheme();
  return <MenuChoice label={strings.theme} value={theme} options={themes} onValueChange={setTheme} />;
}
