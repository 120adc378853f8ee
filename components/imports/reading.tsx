"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Progress } from "#components/ui/progress.tsx";
import type { ImportView } from "#lib/domain/import/view.ts";
import { importPageStrings as strings } from "#lib/domain/strings/import-pages.ts";

const lookEveryMs = 1_000;

/** How far reading is. The page is loaded anew each second until the import moves on. */
export function Reading({ view }: { view: ImportView }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), lookEveryMs);
    return () => clearInterval(timer);
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
