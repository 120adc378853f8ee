"use client";

import { useState } from "react";
import { entered, PriceFields } from "#components/endpoints/price-fields.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { Price } from "#lib/domain/endpoint/cost.ts";
import { type KnownModel, knownModel, knownModels } from "#lib/domain/endpoint/known-models.ts";
import { type AddableProvider, defaultRegion, ownAddress } from "#lib/domain/endpoint/provider.ts";
import type { EndpointView } from "#lib/domain/endpoint/view.ts";
import { endpointPageStrings } from "#lib/domain/strings/endpoint-pages.ts";

const strings = endpointPageStrings.form;

export type GivenVersion = Price & Pick<EndpointView, "baseUrl" | "region" | "model" | "structuredOutputs">;

/** What a provider needs to be called, and what it costs. A model whose prices are known fills them in. */
export function VersionFields({ provider, given }: { provider: AddableProvider; given?: GivenVersion }) {
  const [region, setRegion] = useState(given?.region ?? defaultRegion);
  const [model, setModel] = useState(given?.model ?? "");
  const [prices, setPrices] = useState(entered(given ?? free));
  const [isPriced, setIsPriced] = useState(given !== undefined);
  const known = knownModel(provider, model);

  return (
    <>
      <input type="hidden" name="provider" value={provider} />
      {provider === "openai_compatible" ? <Address provider={provider} given={given} own={null} /> : null}
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
      <Field label={strings.model} name="version.model" hint={strings.modelHint[provider]} required>
        <Input
          name="model"
          mono
          value={model}
          onChange={({ target }) => {
            setModel(target.value);
            const named = knownModel(provider, target.value);
            if (named && !isPriced) setPrices(entered(named));
          }}
          autoComplete="off"
        />
      </Field>
      <Suggestions
        provider={provider}
        chosen={known}
        onChoose={(one) => {
          setModel(one.model);
          setPrices(entered(one));
        }}
      />
      <PriceFields
        provider={provider}
        known={known}
        prices={prices}
        onChange={(changed) => {
          setPrices(changed);
          setIsPriced(true);
        }}
      />
      {provider === "openai_compatible" ? null : (
        <Address provider={provider} given={given} own={ownAddress(provider, region)} />
      )}
    </>
  );
}

/** Models with known prices, to press. */
function Suggestions(props: {
  provider: AddableProvider;
  chosen: KnownModel | null;
  onChoose: (model: KnownModel) => void;
}) {
  const { provider, chosen, onChoose } = props;
  const suggestions = knownModels[provider];
  if (!suggestions) return null;
  return (
    <fieldset className="-mt-2 flex flex-wrap gap-1.5">
      <legend className="sr-only">{strings.suggestions}</legend>
      {suggestions.map((one) => (
        <Chip
          key={one.model}
          selected={one === chosen}
          aria-pressed={one === chosen}
          onClick={() => onChoose(one)}
        >
          {one.model}
        </Chip>
      ))}
    </fieldset>
  );
}

/** Where the provider is and what it takes: a field of its own where nobody can know, put away where all is as usual. */
function Address(props: { provider: AddableProvider; given?: GivenVersion; own: string | null }) {
  const { provider, given, own } = props;
  const elsewhere = given && given.baseUrl !== ownAddress(provider, given.region) ? given.baseUrl : null;
  const fields = (
    <>
      <Field
        label={strings.baseUrl}
        name="version.baseUrl"
        hint={own === null ? strings.baseUrlHint : strings.ownAddressHint}
        required={own === null}
        optional={own !== null}
      >
        <Input
          name="baseUrl"
          mono
          inputMode="url"
          placeholder={own ?? undefined}
          defaultValue={elsewhere ?? ""}
          autoComplete="off"
        />
      </Field>
      <Checkbox
        name="structuredOutputs"
        defaultChecked={given?.structuredOutputs ?? true}
        label={strings.structuredOutputs}
        hint={strings.structuredOutputsHint}
      />
    </>
  );
  if (own === null) return fields;
  return (
    <details open={elsewhere !== null || given?.structuredOutputs === false}>
      <summary className="w-fit rounded-sm font-medium text-accent text-sm underline-offset-3 hover:underline">
        {strings.more}
      </summary>
      <div className="mt-3 grid gap-4.5">{fields}</div>
    </details>
  );
}

const free: Price = { inputPrice: 0, cachedInputPrice: null, outputPrice: 0 };

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
