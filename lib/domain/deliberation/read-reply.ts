import type { z } from "zod";
import { deliberationStrings } from "#lib/domain/strings/deliberation.ts";
import { declines } from "./declines.ts";
import type { Fault } from "./fault.ts";
import { type Reply, replySchemas } from "./reply.ts";
import type { Stage } from "./stage.ts";

const { unread } = deliberationStrings;

/** Braces that are tried as the beginning of an object: bounds the work on a reply full of them. */
const mostTries = 50;

/** What a raw reply turned out to be. */
export type Reading<S extends Stage = Stage> =
  | { ok: true; reply: Reply<S> }
  | { ok: false; fault: Required<Pick<Fault, "code" | "detail">> & { code: "bad_json" | "refused" } };

/**
 * Reads what a model sent. Takes the JSON object that fits the stage's schema wherever it stands: bare, in a
 * code fence, after `<think>…</think>`, between prose. Text without such an object that declines the task is
 * a refusal *of the task*; an answer with `disposition: "refuse"` is a good reply.
 */
export function readReply<S extends Stage>(stage: S, rawText: string): Reading<S> {
  const text = withoutThinking(rawText).trim();
  if (stage === "answer") return readPlain(text);
  const schema: z.ZodType = replySchemas[stage];
  const { objects, broken } = jsonObjects(text);
  const readings = objects.map((object) => schema.safeParse(object));
  const good = readings.find((reading) => reading.success);
  if (good) return { ok: true, reply: good.data as Reply<S> };

  const closest = readings[0]?.error;
  if (broken) return fault("bad_json", unread.broken);
  if (closest) return fault("bad_json", describe(closest));
  if (declines(text)) return fault("refused", unread.declined);
  return fault("bad_json", text === "" ? unread.empty : unread.noObject);
}

/** Outside a schema whatever was said is the reply; a refusal is one too. */
function readPlain<S extends Stage>(text: string): Reading<S> {
  return text === "" ? fault("bad_json", unread.empty) : { ok: true, reply: { response: text } as Reply<S> };
}

/** Drops `<think>…</think>` before the reply; some servers leave out the opening tag. */
function withoutThinking(text: string): string {
  return /^\s*[{`]/.test(text) ? text : text.replace(/^[\s\S]*?<\/think>/, "");
}

function fault(
  code: "bad_json" | "refused",
  detail: string,
): { ok: false; fault: { code: typeof code; detail: string } } {
  return { ok: false, fault: { code, detail } };
}

/**
 * The outermost JSON objects in a text, the longest first: an object quoted in prose is shorter than the
 * reply. `broken` says whether the first brace opens something that is not JSON.
 */
function jsonObjects(text: string): { objects: unknown[]; broken: boolean } {
  // Most replies are one object and nothing else.
  const whole = text.startsWith("{") ? parsed(text) : undefined;
  if (whole !== undefined) return { objects: [whole], broken: false };
  const found: { size: number; value: unknown }[] = [];
  const first = text.indexOf("{");
  let broken = false;
  let start = first;
  for (let tries = 0; start !== -1 && tries < mostTries; tries++) {
    const end = endOfObject(text, start);
    const value = end === -1 ? undefined : parsed(text.slice(start, end));
    if (value !== undefined) found.push({ size: end - start, value });
    else if (start === first) broken = true;
    start = text.indexOf("{", value === undefined ? start + 1 : end);
  }
  return { objects: found.sort((a, b) => b.size - a.size).map(({ value }) => value), broken };
}

/** Position after the brace that closes the one at `start`; -1 where none does. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (inString) {
      if (char === "\\") at++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return at + 1;
  }
  return -1;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The first faults of a reply, in words a model can act on. Names fields, never repeats their content. */
function describe(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map(({ path, message }) => `\`${path.join(".") || "reply"}\`: ${message.replace(/\.$/, "")}.`)
    .join(" ");
}
