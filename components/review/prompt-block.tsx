"use client";

import { ChevronUp, PanelLeft } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { Severity } from "#components/prompts/severity.tsx";
import { Button } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { cx } from "#components/ui/cx.ts";
import type { Message } from "#lib/domain/prompt/prompt.ts";
import { promptStrings } from "#lib/domain/strings/prompts.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { useRoom } from "./room-context.tsx";
import { ToolButton } from "./tool-button.tsx";

/** Characters that a prompt may have to stand over the thoughts all the time; a longer one folds to a line. */
const staysUpTo = 260;

/** What was asked: severity and category first, then the text. A short one stays in view, a long one folds. */
export function PromptBlock() {
  const { messages } = useRoom().room.prompt;
  const asked = messages.at(-1)?.content ?? "";
  const isShort = messages.length === 1 && asked.length <= staysUpTo;
  return isShort ? <ShortPrompt text={asked} /> : <LongPrompt messages={messages} />;
}

const ground = "border-b border-line bg-sunken px-5 lg:px-7";

function ShortPrompt({ text }: { text: string }) {
  return (
    <header className={cx(ground, "sticky top-13 z-20 pt-3.5 pb-3")}>
      <PromptFacts />
      <h1 dir="auto" className="max-w-[70ch] font-read text-lg break-words whitespace-pre-wrap">
        {text}
      </h1>
    </header>
  );
}

function LongPrompt({ messages }: { messages: readonly Message[] }) {
  const block = useRef<HTMLElement>(null);
  const isPassed = useIsPassed(block);
  const last = messages.at(-1)?.content ?? "";
  return (
    <>
      <header ref={block} className={cx(ground, "pt-3.5 pb-3")}>
        <PromptFacts />
        <Earlier messages={messages.slice(0, -1)} />
        <h1 className="sr-only">{strings.prompt}</h1>
        <Folding text={last} />
      </header>
      <div className="sticky top-13 z-20 h-0">
        {isPassed && (
          <div className={cx(ground, "flex animate-fade items-center gap-3 py-2.5")}>
            <p dir="auto" className="min-w-0 flex-1 truncate font-read text-read">
              {last}
            </p>
            <Button
              size="sm"
              variant="quiet"
              onClick={() => block.current?.scrollIntoView({ block: "center" })}
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
      {record.synthetic && <Chip variant="dashed">{strings.synthetic}</Chip>}
      <ToolButton className="ml-auto xl:hidden" onClick={() => store.setState({ panel: "context" })}>
        <PanelLeft aria-hidden className="size-4" />
        {strings.openContext}
      </ToolButton>
    </div>
  );
}

/** The turns before the message that is answered, folded away if they are many. */
function Earlier({ messages }: { messages: readonly Message[] }) {
  const [isOpen, setOpen] = useState(messages.length <= 4);
  const id = useId();
  if (messages.length === 0) return null;
  return (
    <div className="mb-2.5">
      <ol id={id} hidden={!isOpen} className="space-y-2.5">
        {messages.map((message, index) => (
          // A prompt never changes, so the place in it is an identity.
          <li key={`${index}-${message.role}`} className="border-l-2 border-line-strong pl-3.5">
            <p className="text-2xs font-semibold text-ink-3">{promptStrings.role[message.role]}</p>
            <p
              dir="auto"
              className="max-w-[70ch] font-read text-read break-words whitespace-pre-wrap text-ink-2"
            >
              {message.content}
            </p>
          </li>
        ))}
      </ol>
      {messages.length > 4 && (
        <Button
          size="sm"
          variant="quiet"
          className="-ml-2.5"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? strings.hideEarlier : strings.earlierMessages(messages.length)}
        </Button>
      )}
    </div>
  );
}

function Folding({ text }: { text: string }) {
  const isLong = text.length > 900;
  const [isOpen, setOpen] = useState(!isLong);
  return (
    <>
      <p
        dir="auto"
        className={cx(
          "max-w-[70ch] font-read text-lg break-words whitespace-pre-wrap",
          !isOpen && "line-clamp-9",
        )}
      >
        {text}
      </p>
      {isLong && (
        <Button
          size="sm"
          variant="quiet"
          className="-ml-2.5"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? strings.showLess : strings.showAll}
        </Button>
      )}
    </>
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
