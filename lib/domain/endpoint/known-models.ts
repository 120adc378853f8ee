import type { Price } from "./cost.ts";
import type { AddableProvider } from "./provider.ts";

/** A model with the price that its provider asked for when the price was noted. */
export type KnownModel = Price & { model: string };

/** When the prices below were noted. */
export const pricesNoted = "May 2026";

/** Models whose prices are known: on demand, in US regions. What is suggested here can be changed everywhere. */
export const knownModels: Readonly<Partial<Record<AddableProvider, readonly KnownModel[]>>> = {
  amazon_bedrock: [
    { model: "amazon.nova-micro-v1:0", inputPrice: 35_000, cachedInputPrice: 8_750, outputPrice: 140_000 },
    { model: "amazon.nova-lite-v1:0", inputPrice: 60_000, cachedInputPrice: 15_000, outputPrice: 240_000 },
    { model: "amazon.nova-pro-v1:0", inputPrice: 800_000, cachedInputPrice: 200_000, outputPrice: 3_200_000 },
  ],
};

/**
 * What is known of a model. An inference profile of a region (`us.amazon.nova-pro-v1:0`) is the model it stands for.
 *
 * @returns null where no price is known
 */
export function knownModel(provider: AddableProvider, model: string): KnownModel | null {
  const bare = model.replace(/^(us|eu|apac|global)\./, "");
  return knownModels[provider]?.find((known) => known.model === bare) ?? null;
}
