import { createHash, createHmac } from "node:crypto";
import type { Received } from "./wire.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/**
 * Checks a request's AWS Signature Version 4 as a server does: from what came over the wire and the secret alone.
 *
 * @returns whether it was signed by this key; false where it is not signed at all
 */
export function isSignedBy(
  { method, path, headers, text }: Received,
  { accessKeyId, secretAccessKey }: { accessKeyId: string; secretAccessKey: string },
): boolean {
  const [, id, day = "", region = "", service = "", names = "", signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? "",
    ) ?? [];
  const at = headers["x-amz-date"] ?? "";
  if (id !== accessKeyId || !at.startsWith(day) || !names.split(";").includes("host")) return false;
  // The path is encoded once more than it is on the wire: what stands there as %3A is signed as %253A.
  const canonical = [
    method,
    path.split("/").map(encodeURIComponent).join("/"),
    "",
    ...names.split(";").map((name) => `${name}:${headers[name] ?? ""}`),
    "",
    names,
    sha256(text),
  ].join("\n");
  const scope = `${day}/${region}/${service}/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", at, scope, sha256(canonical)].join("\n");
  const signing = [day, region, service, "aws4_request"].reduce<string | Buffer>(
    hmac,
    `AWS4${secretAccessKey}`,
  );
  return hmac(signing, toSign).toString("hex") === signature;
}
