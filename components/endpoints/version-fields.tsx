"use client";

import { useState } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { Price } from "#lib/domain/endpoint/cost.ts";
import { knownModel, knownModels, pricesNoted } from "#lib/domain/endpoint/known-models.ts";
import { type AddableProvider, defaultRegion, ownAddress } from "#lib/domain/endpoint/provider.ts";
import type { EndpointView } from "#lib/domain/endpoint/view.ts";
import { endpointPageStrings } from "#lib/domain/strings/endpoint-pages.ts";

const strings = endpointPageStrings.form;

export type GivenVersion = Price & Pick<EndpointView, "baseUrl" | "region" | "model" | "structuredOutputs">;

/** What a provider needs to be called, and what it costs. A model whose prices are known fills them in. */
export function VersionFields({ provider, given }: { provider: AddableProvider; given?: GivenVersion }) {
  const [model, setModel] = useState(given?.model ?? "");
  const [prices, setPrices] = useState(entered(given ?? free));
  const [isPriced, setIsPriced] = useState(given !== undefined);
  const suggestions = knownModels[provider] ?? [];
  const known = knownModel(provider, model);

  function name(typed: string) {
    setModel(typed);
    const one = knownModel(provider, typed);
    if (one && !isPriced) setPrices(entered(one));
  }

  function price(part: Partial<typeof prices>) {
    setPrices({ ...prices, ...part });
    setIsPriced(true);
  }

  return (
    <>
      <input type="hidden" name="provider" value={provider} />
      <AddressFields provider={provider} given={given} />
      <Field label={strings.model} name="version.model" hint={strings.modelHint[provider]} required>
        <Input
          name="model"
          mono
          value={model}
          onChange={(event) => name(event.target.value)}
          autoComplete="off"
        />
      </Field>
      {suggestions.length > 0 ? (
        <fieldset className="-mt-2 flex flex-wrap gap-1.5">
          <legend className="sr-only">{strings.suggestions}</legend>
          {suggestions.map((one) => (
            <Chip
              key={one.model}
              selected={one === known}
              aria-pressed={one === known}
              onClick={() => {
                setModel(one.model);
                setPrices(entered(one));
              }}
            >
              {one.model}
            </Chip>
          ))}
        </fieldset>
      ) : null}
      <fieldset className="grid gap-3 sm:grid-cols-3">
        <legend className="mb-1.5 font-medium text-sm">{strings.prices}</legend>
        <Field label={strings.inputPrice} name="version.inputPrice">
          <Input
            name="inputPrice"
            inputMode="decimal"
            value={prices.input}
            onChange={(event) => price({ input: event.target.value })}
          />
        </Field>
        <Field label={strings.cachedInputPrice} name="version.cachedInputPrice" optional>
          <Input
            name="cachedInputPrice"
            inputMode="decimal"
            value={prices.cached}
            onChange={(event) => price({ cached: event.target.value })}
          />
        </Field>
        <Field label={strings.outputPrice} name="version.outputPrice">
          <Input
            name="outputPrice"
            inputMode="decimal"
            value={prices.output}
            onChange={(event) => price({ output: event.target.value })}
          />
        </Field>
        {known || provider !== "openai_compatible" ? (
          <p className="text-ink-3 text-xs sm:col-span-3">
            {known ? strings.pricesNoted(pricesNoted) : strings.pricesUnknown}
          </p>
        ) : null}
      </fieldset>
    </>
  );
}

/** Where the provider is: a field of its own where nobody can know, put away where it is always the same. */
function AddressFields({ provider, given }: { provider: AddableProvider; given?: GivenVersion }) {
  const [region, setRegion] = useState(given?.region ?? defaultRegion);
  const own = ownAddress(provider, region);
  const elsewhere = given && given.baseUrl !== ownAddress(provider, given.region) ? given.baseUrl : null;
  const structuredOutputs = (
    <Checkbox
      name="structuredOutputs"
      defaultChecked={given?.structuredOutputs ?? true}
      label={strings.structuredOutputs}
      hint={strings.structuredOutputsHint}
    />
  );
  const url = { name: "baseUrl", mono: true, inputMode: "url", autoComplete: "off" } as const;
  if (own === null) {
    return (
      <>
        <Field label={strings.baseUrl} name="version.baseUrl" hint={strings.baseUrlHint} required>
          <Input {...url} defaultValue={elsewhere ?? ""} />
        </Field>
        {structuredOutputs}
      </>
    );
  }
  return (
    <>
      {provider === "amazon_bedrock" ? (
        <Field label={strings.region} name="version.region" hint={strings.regionHint} required>
          <Input
            name="region"
            mono
            value={region}
            onChange={(event) => setRegion(event.target.value)}
            autoComplete="off"
          />
        </Field>
      ) : null}
      <details open={elsewhere !== null || given?.structuredOutputs === false} className="text-sm">
        <summary className="w-fit rounded-sm font-medium text-accent underline-offset-3 hover:underline">
          {strings.more}
        </summary>
        <div className="mt-3 grid gap-4.5">
          <Field label={strings.baseUrl} name="version.baseUrl" hint={strings.ownAddressHint} optional>
            <Input {...url} placeholder={own} defaultValue={elsewhere ?? ""} />
          </Field>
          {structuredOutputs}
        </div>
      </details>
    </>
  );
}

/** What was entered in `VersionFields`; what is no number stays NaN, for the schema to refuse. */
export function readVersionFields(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const micros = (name: string) => (text(name) === "" ? null : Math.round(Number(text(name)) * 1_000_000));
  return {
    provider: text("provider") as AddableProvider,
    baseUrl: text("baseUrl") || null,
    region: text("region") || null,
    model: text("model"),
    structuredOutputs: form.get("structuredOutputs") !== null,
    inputPrice: micros("inputPrice") ?? 0,
    cachedInputPrice: micros("cachedInputPrice"),
    outputPrice: micros("outputPrice") ?? 0,
  };
}

const free: Price = { inputPrice: 0, cachedInputPrice: null, outputPrice: 0 };

/** Prices as they are entered: in dollars, while micro-dollars are stored. */
function entered({ inputPrice, cachedInputPrice, outputPrice }: Price) {
  const dollars = (micros: number) => String(micros / 1_000_000);
  return {
    input: dollars(inputPrice),
    cached: cachedInputPrice === null ? "" : dollars(cachedInputPrice),
    output: dollars(outputPrice),
  };
}
