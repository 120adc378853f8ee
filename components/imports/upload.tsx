"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { importPageStrings as strings } from "#lib/domain/strings/import-pages.ts";

type State = { file: string; share: number } | { refusal: string } | null;

/** Sends a file and goes where it can be watched being read. */
export function Upload({ url, slug }: { url: string; slug: string }) {
  const router = useRouter();
  const [state, setState] = useState<State>(null);

  function send(file: File) {
    // fetch does not tell how much of a body has been sent.
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => setState({ file: file.name, share: loaded / total });
    request.onerror = () => setState({ refusal: strings.uploadFailed });
    request.onload = () => {
      const answer = readAnswer(request.responseText);
      if (answer.number !== undefined) router.push(`/projects/${slug}/imports/${answer.number}`);
      else setState({ refusal: answer.error?.message ?? strings.uploadFailed });
    };
    setState({ file: file.name, share: 0 });
    request.send(file);
  }

  const isSending = state !== null && "file" in state;
  return (
    <div className="space-y-4">
      <FileDrop label={strings.drop} hint={strings.dropHint} disabled={isSending} onFile={send} />
      <div aria-live="polite">
        {isSending ? (
          <Progress
            label={strings.uploading(state.file)}
            value={state.share}
            max={1}
            text={strings.uploading(state.file)}
          />
        ) : null}
        {state !== null && "refusal" in state ? <Notice tone="bad">{state.refusal}</Notice> : null}
      </div>
    </div>
  );
}

function readAnswer(text: string): { number?: number; error?: { message: string } } {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
