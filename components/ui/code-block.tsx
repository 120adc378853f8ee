import { CopyButton } from "./copy-button.tsx";
import { cx } from "./cx.ts";

/** Code or raw data as text, with a button that copies it. Long lines break, so nothing scrolls out of a keyboard's reach. */
export function CodeBlock({ code, className }: { code: string; className?: string }) {
  return (
    <div className={cx("relative rounded-lg border border-line bg-sunken", className)}>
      <pre className="px-3.5 py-3 pr-11 font-mono text-xs leading-relaxed wrap-anywhere whitespace-pre-wrap">
        <code>{code}</code>
      </pre>
      <CopyButton text={code} className="absolute top-1.5 right-1.5" />
    </div>
  );
}
