"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { Progress } from "#components/ui/progress.tsx";
import type { ImportView } from "#lib/domain/import/view.ts";
import { importPageStrings as strings } from "#lib/domain/strings/import-pages.ts";

/** How soon the page looks first, as most files are small, and how long it waits at most from then on. */
const firstLookMs = 125;
const longestWaitMs = 1_000;

/**
 * How far reading is. The page is loaded anew until the import moves on: soon at first, then each second, and never before
 * the last look has come back: looks that pile up would stand in line before what the person does next.
 */
export function Reading({ view }: { view: ImportView }) {
  const router = useRouter();
  const [waitMs, setWaitMs] = useState(firstLookMs);
  const [isLooking, startLooking] = useTransition();
  useEffect(() => {
    if (isLooking) return;
    const timer = setTimeout(() => {
      startLooking(() => {
        router.refresh();
        setWaitMs(Math.min(2 * waitMs, longestWaitMs));
      });
    }, waitMs);
    return () => clearTimeout(timer);
  }, [router, isLooking, waitMs]);
  return (
    <Progress
      label={view.status === "storing" ? strings.storing : strings.reading}
      value={view.progress}
      max={1}
      text={strings.rowsRead(view.rowsRead)}
      className="my-8 max-w-xl"
    />
  );
}
