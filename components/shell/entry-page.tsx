import type { ReactNode } from "react";
import { commonStrings } from "#lib/domain/strings/common.ts";
import { BrandMark } from "./brand-mark.tsx";

type EntryPageProps = { title: ReactNode; sentence?: ReactNode; children: ReactNode };

/** A page before the sign-in: brand, one question, nothing else. */
export function EntryPage({ title, sentence, children }: EntryPageProps) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-6 pt-[min(18dvh,9rem)] pb-10">
      <p className="flex items-center gap-2.5 font-read text-lg font-semibold">
        <BrandMark className="size-7" />
        {commonStrings.productName}
      </p>
      <h1 className="mt-9 font-read text-title font-medium text-balance">{title}</h1>
      {sentence != null && <p className="mt-1.5 text-pretty text-ink-2">{sentence}</p>}
      <div className="mt-7">{children}</div>
    </main>
  );
}
