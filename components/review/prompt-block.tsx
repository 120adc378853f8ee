"use client";

import { ChevronUp, PanelLeft } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Severity } from "#components/prompts/severity.tsx";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { languageProps } from "#components/ui/language-props.ts";
import { Synthetic } from "#components/ui/synthetic.tsx";
import type { Message } from "#lib/domain/prompt/prompt.ts";
import { promptStrings } from "#lib/domain/strings/prompts.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { useRoom, useRoomState } from "./room-context.tsx";
import type { RoomStore } from "./room-store.ts";
import { ToolButton } from "./tool-button.tsx";

/** Characters that a prompt may have to stand over the thoughts all the time; a longer one folds to a line. */
const staysUpTo = 260;
/** What of a longer one is read without unfolding it. */
const unfolded = { characters: 900, earlier: 4 };

/** What was asked: severity and category first, then the text. A short one stays in view, a long one folds. */
export function PromptBlock() {
  const { messages } = useRoom().room.prompt;
  return isLongPrompt(messages) ? (
    <LongPrompt messages={messages} />
  ) : (
    <ShortPrompt text={messages[0]?.content ?? ""} />
  );
}

/** Whether there is more of a prompt than stands over the thoughts. */
export function isLongPrompt(messages: readonly Message[]): boolean {
  return messages.length > 1 || (messages[0]?.content ?? "").length > staysUpTo;
}

/** Unfolds a long prompt, or folds it, and brings it into view. */
export function togglePrompt(store: RoomStore): void {
  store.setState(({ isPromptOpen }) => ({ isPromptOpen: !isPromptOpen }));
  document.querySelector("[data-prompt]")?.scrollIntoView({ block: "start" });
}

const ground = "border-b border-line bg-sunken px-5 lg:px-7";

function ShortPrompt({ text }: { text: string }) {
  return (
    <header className={cx(ground, "sticky top-13 z-20 short:static pt-3.5 pb-3")}>
      <PromptFacts />
      <h1 {...languageProps(text)} className="max-w-[70ch] font-read text-lg break-words whitespace-pre-wrap">
        {text}
      </h1>
    </header>
  );
}

function LongPrompt({ messages }: { messages: readonly Message[] }) {
  const { store } = useRoom();
  const isOpen = useRoomState((state) => state.isPromptOpen);
  const block = useRef<HTMLElement>(null);
  const isPassed = useIsPassed(block);
  const last = messages.at(-1)?.content ?? "";
  const earlier = messages.slice(0, -1);
  const hasMany = earlier.length > unfolded.earlier;
  const isCut = last.length > unfolded.characters;
  return (
    <>
      <header ref={block} data-prompt className={cx(ground, "scroll-mt-13 pt-3.5 pb-3")}>
        <PromptFacts />
        <h1 className="sr-only">{strings.prompt}</h1>
        {(isOpen || !hasMany) && <Earlier messages={earlier} />}
        <p
          {...languageProps(last)}
          className={cx(
            "max-w-[70ch] font-read text-lg break-words whitespace-pre-wrap",
            isCut && !isOpen && "line-clamp-9",
          )}
        >
          {last}
        </p>
        {(hasMany || isCut) && (
          <Button
            size="sm"
            variant="quiet"
            className="-ml-2.5"
            aria-expanded={isOpen}
            aria-keyshortcuts="q"
            onClick={() => togglePrompt(store)}
          >
            {isOpen ? strings.showLess : hasMany ? strings.earlierMessages(earlier.length) : strings.showAll}
            <Kbd>q</Kbd>
          </Button>
        )}
      </header>
      <div className="sticky top-13 z-20 h-0 short:hidden">
        {isPassed && (
          <div className={cx(ground, "flex animate-fade items-center gap-3 py-2.5")}>
            <p {...languageProps(last)} className="min-w-0 flex-1 truncate font-read text-read">
              {last}
            </p>
            <Button
              size="sm"
              variant="quiet"
              onClick={() => block.current?.scrollIntoView({ block: "start" })}
            >
              <ChevronUp aria-hidden />
              {strings.backToPrompt}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

function PromptFacts() {
  const { room, store } = useRoom();
  const { prompt, record } = room;
  return (
    <div className="mb-1 flex min-h-6 flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-ink-3">
      <Severity level={record.severity} full />
      <span>{strings.promptFrom(prompt.dataSet, prompt.category)}</span>
      {record.synthetic && <Synthetic />}
      <ToolButton className="ml-auto xl:hidden" onClick={() => store.setState({ panel: "context" })}>
        <PanelLeft aria-hidden className="size-4" />
        {strings.openContext}
      </ToolButton>
    </div>
  );
}

/** The turns before the message that is answered. */
function Earlier({ messages }: { messages: readonly Message[] }) {
  if (messages.length === 0) return null;
  return (
    <ol className="mb-2.5 space-y-2.5">
      {messages.map((message, index) => (
        // A prompt never changes, so the place in it is an identity.
        <li key={`${index}-${message.role}`} className="border-l-2 border-line-strong pl-3.5">
          <p className="text-2xs font-semibold text-ink-3">{promptStrings.role[message.role]}</p>
          <p
            {...languageProps(message.content)}
            className="max-w-[70ch] font-read text-read break-words whitespace-pre-wrap text-ink-2"
          >
            {message.content}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Whether an element has been scrolled out of view under the app's header. */
function useIsPassed(target: React.RefObject<HTMLElement | null>): boolean {
  const [isPassed, setPassed] = useState(false);
  useEffect(() => {
    const element = target.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      ([entry]) =>
        setPassed(entry !== undefined && !entry.isIntersecting && entry.boundingClientRect.top < 0),
      { rootMargin: "-60px 0px 0px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [target]);
  return isPassed;
}
