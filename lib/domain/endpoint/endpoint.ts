import { z } from "zod";
import { endpointStrings as strings } from "#lib/domain/strings/endpoint.ts";
import { addableProviders, defaultRegion, keyFault, ownAddress } from "./provider.ts";

/** Where an endpoint lives. Nothing secret may stand in it, since versions are kept and shown for ever. */
const BaseUrl = z
  .string()
  .trim()
  .max(2_000)
  .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ""), strings.urlForm)
  .refine((text) => !hasCredentials(text), strings.urlCredentials)
  .refine((text) => !/[?#]/.test(text), strings.urlQuery)
  .transform((text) => text.replace(/\/+$/, ""));

function hasCredentials(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.username !== "" || url.password !== "");
}

const name = z.string().trim().min(1, strings.nameMissing).max(80, strings.nameLong);
const price = z.int(strings.priceForm).min(0, strings.priceForm).max(2_000_000_000, strings.priceForm);
const limit = z.int(strings.limitForm).min(1, strings.limitForm).max(2_000_000_000, strings.limitForm);

const region = z
  .string()
  .trim()
  .regex(/^[a-z]{2,5}(-[a-z]+){1,3}-\d{1,2}$/, strings.regionForm);

/** What decides about content: a change of any of it makes a new version. Prices in micro-dollars per million tokens. */
export const VersionInput = z
  .object({
    provider: z.enum(addableProviders).default("openai_compatible"),
    /** Null is the address at which the provider serves everybody. */
    baseUrl: BaseUrl.nullable().default(null),
    /** Of Amazon Bedrock, where null is the default one; others have none. */
    region: region.nullable().default(null),
    model: z.string().trim().min(1, strings.modelMissing).max(200, strings.modelLong),
    /** Whether the server takes a JSON schema for its reply. */
    structuredOutputs: z.boolean().default(false),
    inputPrice: price.default(0),
    /** Null where cached input costs what other input costs. */
    cachedInputPrice: price.nullable().default(null),
    outputPrice: price.default(0),
  })
  .transform((given, context) => {
    const region = given.provider === "amazon_bedrock" ? (given.region ?? defaultRegion) : null;
    const baseUrl = given.baseUrl ?? ownAddress(given.provider, region);
    if (baseUrl === null) {
      context.addIssue({ code: "custom", path: ["baseUrl"], message: strings.urlForm });
      return z.NEVER;
    }
    return { ...given, baseUrl, region };
  });

/** What every worker keeps to, together; null is no limit. */
export const LimitsInput = z.object({
  maxConcurrent: limit.max(10_000, strings.limitForm).default(4),
  requestsPerMinute: limit.nullable().default(null),
  tokensPerMinute: limit.nullable().default(null),
});

/** A key as it stands in a request header; never stored or shown as it is. */
export const KeyInput = z
  .string()
  .trim()
  .min(1, strings.keyMissing)
  .max(4_000, strings.keyForm)
  .regex(/^[\x21-\x7e]+$/, strings.keyForm);

/** What an admin gives to add an endpoint. */
export const NewEndpoint = z
  .object({
    name,
    version: VersionInput,
    limits: LimitsInput.prefault({}),
    key: KeyInput.nullable().default(null),
    /** Projects that may use it from the start. */
    projectIds: z.array(z.uuid()).default([]),
  })
  .superRefine(({ version, key }, context) => {
    const message = key === null ? null : keyFault(version.provider, key);
    if (message !== null) context.addIssue({ code: "custom", path: ["key"], message });
  });

/** What can be changed of one later; what is left out stays. */
export const EndpointChange = z.object({
  name: name.optional(),
  version: VersionInput.optional(),
  limits: LimitsInput.optional(),
});

export type VersionInput = z.infer<typeof VersionInput>;
export type LimitsInput = z.infer<typeof LimitsInput>;
export type NewEndpoint = z.input<typeof NewEndpoint>;
export type EndpointChange = z.input<typeof EndpointChange>;

/** Scheme, host and port: what a key was given for. */
export function originOf(baseUrl: string): string {
  return new URL(baseUrl).origin;
}
