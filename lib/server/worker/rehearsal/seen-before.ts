import type { ChatRequest } from "./answer.ts";

/** Beginnings of recent requests, the newest last: what an endpoint would still hold in its cache. */
const recent: string[] = [];
const kept = 8;

/** How many characters at the beginning of a request a recent one had too. Remembers the request. */
export function seenBefore({ messages }: ChatRequest): number {
  const text = messages.map(({ content }) => content).join("\n");
  const shared = Math.max(0, ...recent.map((other) => commonPrefix(text, other)));
  recent.push(text);
  if (recent.length > kept) recent.shift();
  return shared;
}

function commonPrefix(one: string, other: string): number {
  const longest = Math.min(one.length, other.length);
  let length = 0;
  while (length < longest && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}
