"use client";

import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { Price } from "#lib/domain/endpoint/cost.ts";
import { type KnownModel, pricesNoted } from "#lib/domain/endpoint/known-models.ts";
import type { AddableProvider } from "#lib/domain/endpoint/provider.ts";
import { endpointPageStrings } from "#lib/domain/strings/endpoint-pages.ts";

const strings = endpointPageStrings.form;

export type Prices = ReturnType<typeof entered>;

/** What input and output cost, with a word on where the prices come from. */
export function PriceFields(props: {
  provider: AddableProvider;
  known: KnownModel | null;
  prices: Prices;
  onChange: (prices: Prices) => void;
}) {
  const { provider, known, prices, onChange } = props;
  const note = noteOn(provider, prices, known);
  const fields = [
    { name: "inputPrice", label: strings.inputPrice, optional: false },
    { name: "cachedInputPrice", label: strings.cachedInputPrice, optional: true },
    { name: "outputPrice", label: strings.outputPrice, optional: false },
  ] as const;
  return (
    <fieldset className="grid gap-3 sm:grid-cols-3">
      <legend className="mb-1.5 font-medium text-sm">{strings.prices}</legend>
      {fields.map(({ name, label, optional }) => (
        <Field key={name} label={label} name={`version.${name}`} optional={optional}>
          <Input
            name={name}
            inputMode="decimal"
            value={prices[name]}
            onChange={({ target }) => onChange({ ...prices, [name]: target.value })}
          />
        </Field>
      ))}
      {note ? <p className="text-ink-3 text-xs sm:col-span-3">{note}</p> : null}
    </fieldset>
  );
}

/** Prices as they are entered: in dollars, while micro-dollars are stored. */
export function entered({ inputPrice, cachedInputPrice, outputPrice }: Price) {
  const dollars = (micros: number) => String(micros / 1_000_000);
  return {
    inputPrice: dollars(inputPrice),
    cachedInputPrice: cachedInputPrice === null ? "" : dollars(cachedInputPrice),
    outputPrice: dollars(outputPrice),
  };
}

/** Where the prices come from, or should. */
function noteOn(provider: AddableProvider, prices: Prices, known: KnownModel | null): string | null {
  if (known === null) return provider === "openai_compatible" ? null : strings.pricesUnknown;
  const noted = entered(known);
  const isNoted = (Object.keys(noted) as (keyof Prices)[]).every((name) => noted[name] === prices[name]);
  if (isNoted) return strings.pricesNoted(pricesNoted);
  return strings.pricesDiffer(pricesNoted, Object.values(noted));
}
