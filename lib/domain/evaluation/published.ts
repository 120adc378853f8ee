/**
 * What the paper reports of two models before tuning, after conventional safety tuning and after tuning on its data, in
 * percent: arXiv 2505.21784 (ACL Findings 2025). A reference, from other prompts of these sets, models and judges.
 */
export type Published = {
  model: "Mixtral" | "Qwen 2.5";
  base: number;
  conventional: number;
  aidsafe: number;
};

/** By name of the prompt set, in small letters without spaces, dashes and underscores. */
const published: Readonly<Record<string, readonly [mixtral: Numbers, qwen: Numbers]>> = {
  beavertails: [
    [76, 79.57, 96],
    [94.14, 87.95, 97],
  ],
  wildchat: [
    [31, 33.5, 85.95],
    [95.5, 59.42, 96.5],
  ],
  strongreject: [
    [51.09, 67.01, 94.04],
    [72.84, 59.48, 95.39],
  ],
  xstest: [
    [98.8, 87.6, 91.84],
    [99.2, 98, 93.6],
  ],
};

type Numbers = readonly [base: number, conventional: number, aidsafe: number];

/** The one metric that is reported of each set. */
const metricOf: Readonly<Record<string, "safe" | "answered">> = {
  beavertails: "safe",
  wildchat: "safe",
  strongreject: "safe",
  xstest: "answered",
};

/** What was published of a prompt set and metric; null where nothing was. */
export function publishedFor(set: string | null, metric: "safe" | "answered"): Published[] | null {
  const key = (set ?? "").toLowerCase().replaceAll(/[\s_-]+/g, "");
  const found = metricOf[key] === metric ? published[key] : undefined;
  if (!found) return null;
  return (["Mixtral", "Qwen 2.5"] as const).map((model, index) => {
    const [base, conventional, aidsafe] = found[index] ?? found[0];
    return { model, base, conventional, aidsafe };
  });
}
