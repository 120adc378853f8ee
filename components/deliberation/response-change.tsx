"use client";

import { diffWordsWithSpace } from "diff";
import { useId, useState } from "react";
import { DiffWords } from "#components/ui/diff-words.tsx";
import { sentenceChange } from "#lib/domain/deliberation/describe.ts";
import { deliberationPageStrings as strings } from "#lib/domain/strings/deliberation-page.ts";

/** What a turn did to the response: counted in sentences, shown word by word on demand. */
export function ResponseChange({ before, after }: { before: string | null; after: string }) {
  const [shown, setShown] = useState(false);
  const id = useId();
  const { added, removed } = sentenceChange(before ?? "", after);
  return (
    <div className="mt-2 text-sm">
      <p className="flex items-baseline gap-2">
        <b className="font-medium">
          {before === null ? strings.response : strings.responseDelta(added, removed)}
        </b>
        <button
          type="button"
          aria-expanded={shown}
          aria-controls={id}
          onClick={() => setShown(!shown)}
          className="rounded-md border border-line-strong px-1.5 text-ink-2 text-xs hover:text-ink"
        >
          {shown ? strings.hide : strings.show}
        </button>
      </p>
      <div id={id} hidden={!shown} className="mt-1.5 max-w-[70ch] border-line border-l-2 pl-3">
        <p className="whitespace-pre-wrap font-read text-[16px]/[1.55]">
          {before === null ? after : <DiffWords parts={diffWordsWithSpace(before, after)} />}
        </p>
      </div>
    </div>
  );
}
