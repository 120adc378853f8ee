/** The parts of a reply that the SDK leaves out, in the forms of all providers. */
type Body = {
  /** Chat completions. */
  choices?: { message?: { refusal?: unknown } }[];
  /** OpenAI's responses. */
  output?: { content?: { type?: unknown }[] }[];
  /** Google. */
  modelVersion?: unknown;
} | null;

/**
 * Whether a model declined the task in the way that its provider has for it.
 *
 * @param body parsed JSON of the reply, where the SDK hands it on
 * @param stopReason as the provider worded it
 */
export function declines(body: unknown, stopReason: string | undefined): boolean {
  // Anthropic's word, also for its models on Amazon Bedrock.
  if (stopReason === "refusal") return true;
  const { choices, output } = (body ?? {}) as NonNullable<Body>;
  const refusal = choices?.[0]?.message?.refusal;
  if (typeof refusal === "string" && refusal !== "") return true;
  return output?.some((item) => item.content?.some((part) => part.type === "refusal")) ?? false;
}

/** The model that answered, where only the body names it. */
export function modelNamedIn(body: unknown): string | null {
  const { modelVersion } = (body ?? {}) as NonNullable<Body>;
  return typeof modelVersion === "string" ? modelVersion : null;
}
