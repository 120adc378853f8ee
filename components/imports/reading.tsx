"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Progress } from "#components/ui/progress.tsx";
import type { ImportView } from "#lib/domain/import/view.ts";
import { importPageStrings as strings } from "#lib/domain/strings/import-pages.ts";

/** How soon the page looks first, as most files are small, and how long it waits at most from then on. */
const firstLookMs = 125;
const longestWaitMs = 1_000;

/** How far reading is. The page is loaded anew until the import moves on: soon at first, then each second. */
export function Reading({ view }: { view: ImportView }) {
  const router = useRouter();
  useEffect(() => {
    let waitMs = firstLookMs;
    let timer = setTimeout(look, waitMs);
    function look() {
      router.refresh();
      waitMs = Math.min(2 * waitMs, longestWaitMs);
      timer = setTimeout(look, waitMs);
    }
    return () => clearTimeout(timer);
  }, [router]);
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
