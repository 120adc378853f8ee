import type { Price } from "#lib/domain/endpoint/cost.ts";
import { NewEndpoint } from "#lib/domain/endpoint/endpoint.ts";
import { type KnownModel, knownModel, pricesNoted } from "#lib/domain/endpoint/known-models.ts";
import { type AddableProvider, addableProviders } from "#lib/domain/endpoint/provider.ts";
import { createEndpoint } from "#lib/server/endpoints/create.ts";
import {
  type Command,
  type Given,
  operator,
  optional,
  optionalCount,
  optionalDollars,
  required,
  WrongUsage,
} from "#scripts/command-line/command.ts";
import { projectFor } from "#scripts/command-line/project.ts";

const spelled = (provider: AddableProvider) => provider.replaceAll("_", "-");

/** Adds an endpoint and grants it to a project. */
export const endpointAddCommand: Command = {
  name: "endpoint add",
  summary: "Add an endpoint of any provider and grant it to a project.",
  words: [],
  options: {
    name: { type: "string" },
    provider: { type: "string" },
    "base-url": { type: "string" },
    region: { type: "string" },
    model: { type: "string" },
    "key-env": { type: "string" },
    project: { type: "string" },
    "no-schema": { type: "boolean" },
    "input-price": { type: "string" },
    "cached-input-price": { type: "string" },
    "output-price": { type: "string" },
    "at-once": { type: "string" },
    "requests-per-minute": { type: "string" },
    "tokens-per-minute": { type: "string" },
  },
  help: {
    name: "what people choose it by",
    provider: `${addableProviders.map(spelled).join(", ")} (${spelled("openai_compatible")} if not given)`,
    "base-url": "up to and including /v1; other providers are at home where they always are",
    region: "of Amazon Bedrock (us-east-1 if not given)",
    model: "as the provider calls it",
    "key-env":
      "environment variable that holds the key (for Amazon Bedrock an API key or ACCESS_KEY_ID:SECRET_ACCESS_KEY); keys are not taken from the command line, where others see them",
    project: "slug of the project that may use it",
    "no-schema": "it takes no JSON schema for its reply",
    "input-price": "US dollars per million input tokens; prices of known models are filled in",
    "cached-input-price": "US dollars per million input tokens from its cache",
    "output-price": "US dollars per million output tokens",
    "at-once": "calls at once over all workers (4 if not given)",
    "requests-per-minute": "over all workers",
    "tokens-per-minute": "over all workers",
  },
  async run(given) {
    const provider = providerOf(optional(given, "provider"));
    const model = required(given, "model");
    const known = isPriced(given) ? null : knownModel(provider, model);
    const parsed = NewEndpoint.safeParse({
      name: required(given, "name"),
      version: {
        provider,
        baseUrl: provider === "openai_compatible" ? required(given, "base-url") : optional(given, "base-url"),
        region: optional(given, "region"),
        model,
        structuredOutputs: given.options["no-schema"] !== true,
        ...(known ? pricesOf(known) : pricesGiven(given)),
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
    const { name, version } = parsed.data;
    return {
      json: { id: endpoint.id, name, project: project.slug, ...pricesOf(version) },
      text: [`Added ${name} and granted it to ${project.slug}.`, ...(known ? [pricesText(known)] : [])].join(
        "\n",
      ),
    };
  },
};

function providerOf(word: string | undefined): AddableProvider {
  const found = addableProviders.find((provider) => spelled(provider) === (word ?? "openai-compatible"));
  if (!found) throw new WrongUsage(`--provider takes one of ${addableProviders.map(spelled).join(", ")}.`);
  return found;
}

const priceOptions = ["input-price", "cached-input-price", "output-price"] as const;

function isPriced(given: Given): boolean {
  return priceOptions.some((option) => optional(given, option) !== undefined);
}

function pricesGiven(given: Given): Price {
  const [input, cached, output] = priceOptions.map((option) => optionalDollars(given, option));
  return { inputPrice: input ?? 0, cachedInputPrice: cached ?? null, outputPrice: output ?? 0 };
}

/** The prices alone, of what has other fields too. */
function pricesOf({ inputPrice, cachedInputPrice, outputPrice }: Price): Price {
  return { inputPrice, cachedInputPrice, outputPrice };
}

function pricesText({ inputPrice, cachedInputPrice, outputPrice }: KnownModel): string {
  const [input, cached, output] = [inputPrice, cachedInputPrice ?? inputPrice, outputPrice].map(
    (micros) => `$${micros / 1_000_000}`,
  );
  return `Prices as noted in ${pricesNoted}, per million tokens: ${input} in, ${cached} from cache, ${output} out. Check them with the provider.`;
}

function keyFrom(variable: string | undefined): string | null {
  if (variable === undefined) return null;
  const key = process.env[variable];
  if (!key) throw new WrongUsage(`--key-env: the environment variable ${variable} is not set.`);
  return key;
}
