import pino from "pino";
import { env } from "./env.ts";

/** The only fields a log line may carry. Content, keys, people's words and addresses are not among them. */
export const loggable: ReadonlySet<string> = new Set([
  "err",
  "code",
  "status",
  "method",
  "route",
  "host",
  "port",
  "pid",
  "worker",
  "job",
  "run",
  "deliberation",
  "prompt",
  "seq",
  "attempt",
  "stage",
  "outcome",
  "fault",
  "endpoint",
  "project",
  "record",
  "review",
  "import",
  "snapshot",
  "actor",
  "count",
  "rows",
  "bytes",
  "durationMs",
  "migration",
  "signal",
]);

const longestMessage = 300;

/**
 * The program's log: JSON lines on standard error, through an allow-list. A field it does not know is left out, so
 * that nothing a model, a person or an endpoint said can slip into a log by being passed along.
 */
export const log = pino(
  {
    level: env.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label) => ({ level: label }),
      log: (fields) => Object.fromEntries(Object.entries(fields).filter(([name]) => loggable.has(name))),
    },
    serializers: { err: describeError },
  },
  pino.destination({ dest: 2, sync: true }),
);

/**
 * What a log may say about an error: its name, code, a short message without secrets, and where it was thrown.
 * Errors of the AI SDK quote the prompt and the provider's answer, so theirs keep name and status only.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const isQuoting = error.name.startsWith("AI_");
  return {
    name: error.name,
    ...(typeof code === "string" && { code }),
    ...(typeof statusCode === "number" && { status: statusCode }),
    ...(!isQuoting && { message: withoutSecrets(error.message) }),
    at: error.stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 6)
      .map((line) => line.trim()),
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
