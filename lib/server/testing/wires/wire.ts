import type { z } from "zod";
import type { FaultCode } from "#lib/domain/deliberation/fault.ts";
import type { AddableProvider } from "#lib/domain/endpoint/provider.ts";

/** A request as it came over the wire. `path` is raw, as the request line has it. */
export type Received = {
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  text: string;
};

export type Sent = { status: number; body: unknown; headers?: Record<string, string> };

/** One way in which a provider does not give what was asked for, in its own words. */
export type Failing = {
  name: string;
  /** What it is to us. */
  code: FaultCode;
  /** How long it asks to wait. */
  retryAfterMs?: number;
  /** @param key that came with the request: providers like to repeat it */
  sent: (key: string) => Sent;
};

/** A provider's wire format: what it takes, word for word, and what it answers. */
export type Wire = {
  provider: AddableProvider;
  model: string;
  region: string | null;
  key: string;
  /** Where requests go, below the base URL. */
  path: string;
  /** Says whether a request carries the key as this provider wants it. */
  isTrusted: (received: Received, key: string) => boolean;
  /** The whole of a request: one that has anything else is turned away. */
  Body: z.ZodType;
  /** @param body as `Body` read it */
  read: (body: unknown) => { content: string; schema: unknown };
  /** A reply that says this, of 1,200 tokens in (900 of them cached) and 80 out. */
  says: (text: string, body: unknown) => Sent;
  /** How it names the model in its reply, if it does. */
  modelNamed: string;
  distrusts: Sent;
  malformed: Sent;
  failings: readonly Failing[];
};
