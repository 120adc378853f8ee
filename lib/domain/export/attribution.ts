type KnownSource = {
  /** How a data set's name begins, without case and punctuation. */
  beginsWith: string;
  attribution: string;
};

const knownSources: readonly KnownSource[] = [
  {
    beginsWith: "xstest",
    attribution:
      "XSTest by Paul Röttger, Hannah Rose Kirk, Bertie Vidgen, Giuseppe Attanasio, Federico Bianchi and Dirk Hovy (2024), github.com/paul-rottger/exaggerated-safety, CC-BY-4.0",
  },
  {
    beginsWith: "simplesafetytests",
    attribution:
      "SimpleSafetyTests by Bertie Vidgen and others (2023), github.com/bertiev/SimpleSafetyTests, CC-BY-4.0",
  },
  {
    beginsWith: "harmbench",
    attribution: "HarmBench by Mantas Mazeika and others (2024), github.com/centerforaisafety/HarmBench, MIT",
  },
  {
    beginsWith: "catqa",
    attribution:
      "CatQA by Rishabh Bhardwaj and others (2024), github.com/declare-lab/red-instruct, Apache-2.0",
  },
];

/** Whom to name for a data set that is widely known; null for all others. */
export function attributionOf(dataSet: string | null): string | null {
  const name = (dataSet ?? "").toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return knownSources.find(({ beginsWith }) => name.startsWith(beginsWith))?.attribution ?? null;
}
