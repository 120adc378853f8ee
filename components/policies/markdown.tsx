import type { ComponentProps } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { PageLink } from "#components/ui/page-link.tsx";
import { Prose } from "#components/ui/prose.tsx";

/** Headings of a text stand under the page's own, so they begin one level lower. */
const components: Components = {
  h1: "h2",
  h2: "h3",
  h3: "h4",
  a: SafeLink,
  table: ({ children }) => (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse font-ui text-sm wrap-break-word [&_td]:border-t [&_td]:border-line [&_td]:py-2 [&_td]:pr-4 [&_td]:align-baseline [&_th]:py-1.5 [&_th]:pr-4 [&_th]:text-left [&_th]:text-xs [&_th]:font-semibold [&_th]:text-ink-3">
        {children}
      </table>
    </div>
  ),
};

/** Pictures would be fetched from other hosts; HTML is shown as nothing. */
const forbidden = ["img"];

/** Markdown that people wrote, in the reading voice. */
export function Markdown({ text, className }: { text: string; className?: string }) {
  return (
    <Prose className={className}>
      <MarkdownParts text={text} />
    </Prose>
  );
}

/** The same without a frame, for a text that is part of something. */
export function MarkdownParts({ text }: { text: string }) {
  return (
    <ReactMarkdown
      remarkPlugins={[remarkGfm]}
      components={components}
      disallowedElements={forbidden}
      unwrapDisallowed
      skipHtml
    >
      {text}
    </ReactMarkdown>
  );
}

/** Within the site a link is a link; to other hosts it opens beside, and says nothing of where it came from. */
function SafeLink({ href = "", children }: ComponentProps<"a">) {
  if (href.startsWith("#") || (href.startsWith("/") && !href.startsWith("//")))
    return <PageLink href={href}>{children}</PageLink>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
