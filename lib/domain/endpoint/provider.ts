import { endpointStrings as strings } from "#lib/domain/strings/endpoint.ts";

/** Who can answer for an endpoint that an admin adds, in the order in which they are offered. */
export const addableProviders = [
  "openai_compatible",
  "openai",
  "anthropic",
  "google",
  "amazon_bedrock",
] as const;
export type AddableProvider = (typeof addableProviders)[number];

/** Rehearsal is the scripted server that every process brings along; nobody adds it. */
export type Provider = AddableProvider | "rehearsal";

/** The region that is meant where none is given. */
export const defaultRegion = "us-east-1";

/**
 * The address at which a provider serves everybody.
 *
 * @param region of Amazon Bedrock; others have none
 * @returns null for a provider that is at home anywhere
 */
export function ownAddress(provider: AddableProvider, region: string | null): string | null {
  switch (provider) {
    case "openai_compatible":
      return null;
    case "openai":
      return "https://api.openai.com/v1";
    case "anthropic":
      return "https://api.anthropic.com/v1";
    case "google":
      return "https://generativelanguage.googleapis.com/v1beta";
    case "amazon_bedrock":
      return `https://bedrock-runtime.${region ?? defaultRegion}.amazonaws.com`;
  }
}

/** How a key of Amazon Bedrock signs requests: as it is, or as the pair of an access key. */
export type BedrockKey =
  | { apiKey: string }
  | { accessKeyId: string; secretAccessKey: string; sessionToken: string | undefined };

/** Reads a key of Amazon Bedrock: an API key, or `ACCESS_KEY_ID:SECRET_ACCESS_KEY`, and `:SESSION_TOKEN` if it has one. */
export function readBedrockKey(key: string): BedrockKey {
  const [accessKeyId = "", secretAccessKey, sessionToken] = key.split(":");
  return secretAccessKey === undefined ? { apiKey: key } : { accessKeyId, secretAccessKey, sessionToken };
}

/**
 * What is wrong with the form of a key.
 *
 * @returns a sentence; null where nothing is
 */
export function keyFault(provider: Provider, key: string): string | null {
  if (provider !== "amazon_bedrock") return null;
  const isHalf = /^A[KS]IA[A-Z0-9]+$/.test(key);
  const isPair = key.includes(":") && /^[A-Z0-9]{16,128}:[^:]{16,}(:[^:]+)?$/.test(key);
  return isHalf || (key.includes(":") && !isPair) ? strings.bedrockKeyForm : null;
}
