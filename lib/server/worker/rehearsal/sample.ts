/** The simplest value that fits a JSON Schema: what the rehearsal says to a schema that is none of ours. */
export function sampleOf(schema: unknown): unknown {
  if (typeof schema !== "object" || schema === null) return null;
  const { type, enum: options, const: only, properties, anyOf } = schema as Record<string, unknown>;
  if (only !== undefined) return only;
  if (Array.isArray(options)) return options[0];
  if (Array.isArray(anyOf)) return sampleOf(anyOf[0]);
  switch (Array.isArray(type) ? type[0] : type) {
    case "object":
      return Object.fromEntries(
        Object.entries(properties ?? {}).map(([key, value]) => [key, sampleOf(value)]),
      );
    case "array":
      return [];
    case "string":
      return "rehearsal";
    case "number":
    case "integer":
      return 1;
    case "boolean":
      return true;
    default:
      return null;
  }
}
