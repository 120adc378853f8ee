import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Refused } from "#lib/domain/errors.ts";
import { secretStrings } from "#lib/domain/strings/secret.ts";
import { db } from "./database/client.ts";
import { env } from "./env.ts";

const version = "v1";
const nonceBytes = 12;
const tagBytes = 16;

/**
 * A secret of its own for each purpose, derived from the installation's secret: one of them says nothing about another.
 *
 * @param purpose a fixed word; changing it makes what was made under it useless
 * @returns 32 bytes in base64url
 */
export function secretFor(purpose: string): string {
  return keyFor(purpose).toString("base64url");
}

/**
 * Encrypts a text for storage (AES-256-GCM).
 *
 * @param rowId id of the row that will hold it: in any other row it cannot be opened
 */
export function seal(text: string, rowId: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", keyFor("seal"), nonce).setAAD(Buffer.from(rowId));
  const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${version}.${sealed.toString("base64url")}`;
}

/**
 * Decrypts what `seal` made.
 *
 * @throws Refused `unavailable` if it was sealed under another secret, for another row, or was altered
 */
export function open(sealed: string, rowId: string): string {
  const [mark, body] = sealed.split(".");
  const bytes = Buffer.from(body ?? "", "base64url");
  try {
    if (mark !== version) throw new Error("Unknown seal");
    const decipher = createDecipheriv("aes-256-gcm", keyFor("seal"), bytes.subarray(0, nonceBytes))
      .setAAD(Buffer.from(rowId))
      .setAuthTag(bytes.subarray(-tagBytes));
    const text = decipher.update(bytes.subarray(nonceBytes, -tagBytes));
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  } catch {
    throw new Refused("unavailable", secretStrings.cannotOpen);
  }
}

/**
 * Compares this process's secret with the one that the database was set up with; the first to ask sets it.
 *
 * @throws Error if they differ: the process must not go on
 */
export async function confirmSecret(): Promise<void> {
  const secretCheck = secretFor("check");
  // In a statement of its own, which waits for whoever starts at the same moment: an upsert that updates nothing fails then.
  await db.installation.createMany({ data: { id: 1, secretCheck }, skipDuplicates: true });
  const { secretCheck: agreed } = await db.installation.findUniqueOrThrow({ where: { id: 1 } });
  if (!isSame(secretCheck, agreed)) throw new Error(secretStrings.mismatch);
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", installationSecret(), "colloquy", purpose, 32));
}

let known: string | undefined;

function installationSecret(): string {
  known ??= env.secret ?? storedSecret();
  return known;
}

/** Reads the data directory's secret, making it on the first start; whoever comes second reads the first one's. */
function storedSecret(): string {
  const file = path.join(env.dataDirectory, "secret");
  const mine = `${file}.${process.pid}`;
  if (!existsSync(file)) {
    mkdirSync(env.dataDirectory, { recursive: true });
    writeFileSync(mine, randomBytes(32).toString("base64url"), { mode: 0o600 });
    // A link appears at once and complete, and fails where another process was faster.
    linkUnlessThere(mine, file);
    rmSync(mine);
  }
  return readFileSync(file, "utf8").trim();
}

function linkUnlessThere(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}
