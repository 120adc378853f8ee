import { languageProps } from "#components/ui/language-props.ts";
import type { Message } from "#lib/domain/prompt/prompt.ts";
import { promptStrings as strings } from "#lib/domain/strings/prompts.ts";

/** The messages of a prompt, each under who says it; the one to answer stands out. */
export function Messages({ messages }: { messages: readonly Message[] }) {
  return (
    <ol className="space-y-4">
      {messages.map((message, index) => (
        // A prompt never changes, so the place in it is an identity.
        <li key={`${index}-${message.role}`} className="border-line border-l-2 pl-4">
          <p className="font-semibold text-ink-3 text-xs">{strings.role[message.role]}</p>
          <p
            {...languageProps(message.content)}
            className={`max-w-[70ch] whitespace-pre-wrap break-words font-read ${index === messages.length - 1 ? "text-[18px]/[1.45]" : "text-[16px]/[1.5] text-ink-2"}`}
          >
            {message.content}
          </p>
        </li>
      ))}
    </ol>
  );
}
