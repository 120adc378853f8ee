"use client";

import { Download } from "lucide-react";
import { toast } from "sonner";
import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { toastRefusal } from "#components/ui/toast-refusal.ts";
import { type Format, formatsOf, type ItemKind } from "#lib/domain/export/formats.ts";
import type { ReleaseSummary, SnapshotPage } from "#lib/domain/export/view.ts";
import { dataSetStrings } from "#lib/domain/strings/data-sets.ts";

const strings = dataSetStrings.release;

type Release = ServerAction<{ snapshotId: string; format: Format }, { file: string }>;

type ReleaseFilesProps = {
  snapshotId: string;
  items: ItemKind;
  releases: SnapshotPage["releases"];
  /** Address of the snapshot's page; its files lie under it. */
  href: string;
  /** Null for those who may not release. */
  release: Release | null;
};

/** The formats of a snapshot: what was released can be downloaded with what lies beside it. */
export function ReleaseFiles({ snapshotId, items, releases, href, release }: ReleaseFilesProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {formatsOf[items].map((format) => {
        const { name, columns, hint } = dataSetStrings.formats[format];
        const file = releases[format];
        return (
          <li
            key={format}
            className="grid gap-x-6 gap-y-3 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start"
          >
            <div className="min-w-0">
              <h3 className="font-medium">{name}</h3>
              <p className="text-sm text-ink-2">{hint}</p>
              <p className="mt-0.5 font-mono text-xs text-ink-3">{columns}</p>
              {file && <FileFacts file={file} />}
            </div>
            {file ? (
              <Downloads href={`${href}/${format}`} name={file.fileName} />
            ) : (
              <NotReleased snapshotId={snapshotId} format={format} release={release} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function FileFacts({ file }: { file: ReleaseSummary }) {
  return (
    <div className="mt-2.5 text-sm">
      <p className="font-mono text-xs wrap-anywhere">{file.fileName}</p>
      <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-xs text-ink-3 tabular-nums">
        <span>{dataSetStrings.rows(file.rows)}</span>
        <span aria-hidden>·</span>
        <span>{dataSetStrings.size(file.bytes)}</span>
        <span aria-hidden>·</span>
        <span className="inline-flex items-center gap-1">
          {strings.sha} <code className="font-mono">{file.sha256.slice(0, 12)}…</code>
          <CopyButton text={file.sha256} label={strings.copySha} />
        </span>
      </p>
    </div>
  );
}

/** Plain links: the browser itself shows how far a download has come. */
function Downloads({ href, name }: { href: string; name: string }) {
  const beside =
    "rounded-sm text-sm font-medium text-accent underline-offset-3 hover:underline pointer-coarse:py-2";
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:flex-col sm:items-end">
      <a
        href={`${href}/download`}
        download
        className={buttonStyle("primary")}
        aria-label={strings.downloadAs(name)}
      >
        <Download aria-hidden />
        {strings.download}
      </a>
      <div className="flex flex-wrap gap-x-4">
        <a href={`${href}/download?gzip=1`} download className={beside}>
          {strings.compressed}
        </a>
        <a href={`${href}/manifest`} download className={beside}>
          {strings.manifest}
        </a>
        <a href={`${href}/card`} download className={beside}>
          {strings.card}
        </a>
        <a href={`${href}/readme`} download className={beside}>
          {strings.readme}
        </a>
      </div>
    </div>
  );
}

type NotReleasedProps = { snapshotId: string; format: Format; release: Release | null };

function NotReleased({ snapshotId, format, release }: NotReleasedProps) {
  if (!release) return <p className="max-w-[28ch] text-sm text-ink-3">{strings.notReleased}</p>;
  return <ReleaseButton snapshotId={snapshotId} format={format} release={release} />;
}

function ReleaseButton({ snapshotId, format, release }: NotReleasedProps & { release: Release }) {
  const { run, busy } = useAction(release, {
    onDone: ({ file }) => void toast.success(strings.done(file)),
    onRefused: toastRefusal,
  });
  return (
    <Button
      busy={busy}
      aria-label={busy ? undefined : strings.actionAs(dataSetStrings.formats[format].name)}
      onClick={() => run({ snapshotId, format })}
    >
      {busy ? strings.busy : strings.action}
    </Button>
  );
}
