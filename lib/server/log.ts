import pino from "pino";
import { env } from "./env.ts";

/** The only fields a log line may carry: ids, numbers and names of the program's own. */
const loggable = new Set(
  `err code status method route host port pid signal migration durationMs count rows bytes worker job project prompt
   import run deliberation seq attempt stage outcome fault endpoint record review snapshot actor`.split(
    /\s+/,
  ),
);

const longestMessage = 300;
const longestValue = 80;
const keptFrames = 6;

/**
 * Opens a log of JSON lines with an allow-list: a field it does not know, or whose value is more than a short word, is
 * left out. So nothing that a model, a person or an endpoint said slips into a log by being passed along.
 */
export function openLog(destination: pino.DestinationStream): pino.Logger {
  return pino(
    {
      level: env.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: onlyLoggable },
      serializers: { err: describeError },
    },
    destination,
  );
}

/** This process's log, on standard error. */
export const log = openLog(pino.destination({ dest: 2, sync: true }));

/**
 * What a log may say about an error: its name, code, a short message without secrets, and where it was thrown.
 * Errors of the AI SDK quote the prompt and the provider's answer, so theirs keep name and status only.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    name: error.name,
    ...(typeof code === "string" && { code }),
    ...(typeof statusCode === "number" && { status: statusCode }),
    ...(!error.name.startsWith("AI_") && { message: withoutSecrets(error.message) }),
    at: frames.slice(0, keptFrames).map((line) => line.trim()),
  };
}

/** Cuts a message short and blanks what looks like a key or a password. */
export function withoutSecrets(message: string): string {
  return message
    .replace(/(\/\/[^\s/:@]*):[^\s/@]*@/g, "$1:***@")
    .replace(/\b(bearer|basic)\s+\S+/gi, "$1 ***")
    .replace(/\b(api[-_ ]?key|token|secret|password)(["']?\s*[:=]\s*["']?)[^\s"',;]+/gi, "$1$2***")
    .replace(/\b(sk|pk|rk|key)-[\w-]{8,}/g, "$1-***")
    .slice(0, longestMessage);
}

function onlyLoggable(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => loggable.has(name) && (name === "err" || isShort(value)),
    ),
  );
}

function isShort(value: unknown): boolean {
  return typeof value === "string"
    ? value.length <= longestValue
    : typeof value === "number" || typeof value === "boolean";
}
