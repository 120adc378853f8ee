import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { generateText, LanguageModel } from "ai";
import { type AddableProvider, defaultRegion, readBedrockKey } from "#lib/domain/endpoint/provider.ts";
import { exchange } from "./exchange.ts";

/** Where a call goes: an endpoint version with its key. */
export type Target = {
  provider: AddableProvider;
  baseUrl: string;
  /** Of Amazon Bedrock. */
  region: string | null;
  model: string;
  structuredOutputs: boolean;
  key: string | null;
};

/** What speaks to a target, and what is said to its provider with every call. */
type Client = { model: LanguageModel; options?: Parameters<typeof generateText>[0]["providerOptions"] };

const known = new Map<string, Promise<Client>>();

/** The client of a target: made once, kept for all its calls. */
export function clientFor(target: Target): Promise<Client> {
  const { provider, baseUrl, region, model, structuredOutputs, key } = target;
  const name = JSON.stringify([provider, baseUrl, region, model, structuredOutputs, key]);
  const found = known.get(name);
  if (found) return found;
  // A mended key leaves its predecessor behind: forget all rather than keep every key that ever was.
  if (known.size >= 100) known.clear();
  const made = makeClient(target);
  made.catch(() => known.delete(name));
  known.set(name, made);
  return made;
}

/**
 * Every provider speaks its own wire format and has its own form of structured output; all go through our `exchange`.
 * Their packages are large, so each is loaded where it is first needed.
 *
 * A key is always given, if only an empty one: where none is, the SDK looks for one in the environment.
 */
async function makeClient({ provider, baseUrl, region, model, ...target }: Target): Promise<Client> {
  const apiKey = target.key ?? "";
  const common = { baseURL: baseUrl, fetch: exchange };
  switch (provider) {
    case "openai_compatible": {
      const { structuredOutputs: supportsStructuredOutputs, key } = target;
      const own = { name: "endpoint", supportsStructuredOutputs, ...(key !== null && { apiKey: key }) };
      return { model: createOpenAICompatible({ ...common, ...own }).chatModel(model) };
    }
    case "openai": {
      const { createOpenAI } = await import("@ai-sdk/openai");
      // Otherwise OpenAI keeps prompt and reply for a month.
      return {
        model: createOpenAI({ ...common, apiKey }).responses(model),
        options: { openai: { store: false } },
      };
    }
    case "anthropic": {
      const { createAnthropic } = await import("@ai-sdk/anthropic");
      return { model: createAnthropic({ ...common, apiKey }).languageModel(model) };
    }
    case "google": {
      const { createGoogle } = await import("@ai-sdk/google");
      return { model: createGoogle({ ...common, apiKey }).languageModel(model) };
    }
    case "amazon_bedrock": {
      const { createAmazonBedrock } = await import("@ai-sdk/amazon-bedrock");
      // An empty API key, so that the pair signs; an API key in the environment would come first.
      const credentials = { apiKey: "", ...readBedrockKey(apiKey) };
      const unsigned = { accessKeyId: "", secretAccessKey: "" };
      const bedrock = createAmazonBedrock({
        ...common,
        ...unsigned,
        ...credentials,
        region: region ?? defaultRegion,
      });
      return { model: bedrock.languageModel(model) };
    }
  }
}
