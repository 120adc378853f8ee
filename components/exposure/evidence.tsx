import { exposureStrings as strings } from "#lib/domain/strings/exposure.ts";

/** What studies say about reading harm for work; nothing more is claimed. */
export function Evidence() {
  return (
    <>
      <ul className="grid max-w-[66ch] list-disc gap-2 pl-4.5 text-sm text-ink-2 marker:text-ink-3">
        {strings.evidenceLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="mt-3 text-xs text-ink-3">
        {strings.evidenceSources}:{" "}
        {strings.sources.map(({ name, href }, place) => (
          <span key={href}>
            {place > 0 && " · "}
            <a href={href} rel="noreferrer" target="_blank" className="underline underline-offset-3">
              {name}
            </a>
          </span>
        ))}
      </p>
    </>
  );
}
