import { NewEndpoint } from "#lib/domain/endpoint/endpoint.ts";
import { createEndpoint } from "#lib/server/endpoints/create.ts";
import {
  type Command,
  operator,
  optional,
  optionalCount,
  required,
  WrongUsage,
} from "#scripts/command-line/command.ts";
import { projectFor } from "#scripts/command-line/project.ts";

/** Adds an OpenAI-compatible endpoint and grants it to a project. */
export const endpointAddCommand: Command = {
  name: "endpoint add",
  summary: "Add an OpenAI-compatible endpoint and grant it to a project.",
  words: [],
  options: {
    name: { type: "string" },
    "base-url": { type: "string" },
    model: { type: "string" },
    "key-env": { type: "string" },
    project: { type: "string" },
    "no-schema": { type: "boolean" },
    "input-price": { type: "string" },
    "output-price": { type: "string" },
    "at-once": { type: "string" },
    "requests-per-minute": { type: "string" },
    "tokens-per-minute": { type: "string" },
  },
  help: {
    name: "what people choose it by",
    "base-url": "up to and including /v1",
    model: "as the server calls it",
    "key-env":
      "environment variable that holds the key; keys are not taken from the command line, where others see them",
    project: "slug of the project that may use it",
    "no-schema": "the server takes no JSON schema for its reply",
    "input-price": "US dollars per million input tokens",
    "output-price": "US dollars per million output tokens",
    "at-once": "calls at once over all workers (4 if not given)",
    "requests-per-minute": "over all workers",
    "tokens-per-minute": "over all workers",
  },
  async run(given) {
    const parsed = NewEndpoint.safeParse({
      name: required(given, "name"),
      version: {
        baseUrl: required(given, "base-url"),
        model: required(given, "model"),
        structuredOutputs: given.options["no-schema"] !== true,
        inputPrice: microDollars(optional(given, "input-price")),
        outputPrice: microDollars(optional(given, "output-price")),
      },
      limits: {
        maxConcurrent: optionalCount(given, "at-once") ?? undefined,
        requestsPerMinute: optionalCount(given, "requests-per-minute"),
        tokensPerMinute: optionalCount(given, "tokens-per-minute"),
      },
      key: keyFrom(optional(given, "key-env")),
    });
    if (!parsed.success) throw new WrongUsage(parsed.error.issues[0]?.message ?? "");
    const project = await projectFor(given);
    const endpoint = await createEndpoint(operator, { ...parsed.data, projectIds: [project.id] });
    return {
      json: { id: endpoint.id, name: parsed.data.name, project: project.slug },
      text: `Added ${parsed.data.name} and granted it to ${project.slug}.`,
    };
  },
};

function microDollars(dollars: string | undefined): number {
  return dollars === undefined ? 0 : Math.round(Number(dollars) * 1_000_000);
}

function keyFrom(variable: string | undefined): string | null {
  if (variable === undefined) return null;
  const key = process.env[variable];
  if (!key) throw new WrongUsage(`--key-env: the environment variable ${variable} is not set.`);
  return key;
}
