"use client";

import { useEffect, useRef, useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { cx } from "#components/ui/cx.ts";
import { languageProps } from "#components/ui/language-props.ts";
import { Section } from "#components/ui/section.tsx";
import { byNumber, citedBy } from "#lib/domain/record/content.ts";
import { deliberationPageStrings } from "#lib/domain/strings/deliberation-page.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { readingOf } from "./reading.ts";
import { useDeferredDraft, useRoom, useRoomState } from "./room-context.tsx";

const riskTone = { benign: "ok", ambiguous: "warn", malicious: "bad" } as const;

/** What is looked up while reading: the intents of the prompt, and the clauses that the thoughts cite. */
export function ContextPanel() {
  return (
    <>
      <Intents />
      <Clauses />
    </>
  );
}

function Intents() {
  const { intents } = useRoom().room;
  if (intents.length === 0) return null;
  return (
    <Section title={strings.intents} className="mb-6">
      <ul className="border-b border-line">
        {intents.map(({ text, kind, risk }) => (
          <li
            key={`${kind}:${text}`}
            className="flex items-baseline justify-between gap-2 border-t border-line py-1.5 text-sm text-ink-2"
          >
            <span {...languageProps(text)} className="min-w-0 wrap-anywhere">
              {text}
            </span>
            <Badge tone={riskTone[risk]}>{deliberationPageStrings.risk[risk]}</Badge>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Clauses() {
  const { room } = useRoom();
  const [showsAll, setShowsAll] = useState(false);
  const { thoughts, byId } = readingOf(room, useDeferredDraft());
  const focused = useRoomState((state) => state.focused);
  const cited = citedBy(thoughts);
  const inFocus = byId.get(focused)?.clauses ?? [];
  const all = room.policies.flatMap(({ clauses }) => clauses.map(({ number }) => number));
  const shown = showsAll ? [...new Set([...all, ...cited])].sort(byNumber) : cited;
  return (
    <Section title={strings.clausesCited} className="mb-4">
      {shown.length === 0 && <p className="text-sm text-ink-3">{strings.noClauses}</p>}
      {shown.map((number) => (
        <Clause key={number} number={number} isInFocus={inFocus.includes(number)} />
      ))}
      <button
        type="button"
        aria-expanded={showsAll}
        onClick={() => setShowsAll(!showsAll)}
        className="rounded-sm text-sm font-medium text-accent underline-offset-3 hover:underline"
      >
        {showsAll ? strings.onlyCited : strings.allPolicies(room.policySet)}
      </button>
    </Section>
  );
}

/** One clause in the words of the policies that the round judges by; stands out while its thought is in focus. */
function Clause({ number, isInFocus }: { number: string; isInFocus: boolean }) {
  const { policies } = useRoom().room;
  const isPointedAt = useRoomState((state) => state.clause === number);
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isPointedAt) element.current?.scrollIntoView({ block: "nearest" });
  }, [isPointedAt]);
  const policy = policies.find(({ clauses }) => clauses.some((clause) => clause.number === number));
  const text = policy?.clauses.find((clause) => clause.number === number)?.text;
  return (
    <section
      ref={element}
      aria-label={strings.clause(number)}
      data-clause={number}
      className={cx(
        "mb-2.5 border-l-2 py-1 pl-3 text-sm transition-colors duration-100",
        isPointedAt && "ring-1 ring-accent ring-inset",
        isInFocus || isPointedAt ? "rounded-r-chip border-accent bg-accent-soft pr-2" : "border-line",
      )}
    >
      <h3 className="font-[550] text-ink">
        {number}
        {policy && ` · ${policy.title}`}
      </h3>
      <p className={text ? "text-ink-2" : "text-warn"}>{text ?? strings.unknownClause}</p>
    </section>
  );
}
