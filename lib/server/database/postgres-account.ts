import { execFile, spawnSync } from "node:child_process";
import { lchownSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

type Ids = { uid: number; gid: number };

/** As whom PostgreSQL's programs run, since they refuse to run as root. */
export type Account = {
  /** Put before each command. */
  prefix: readonly string[];
  uid?: number;
  gid?: number;
  /** Who must own the files of the cluster, seen from here; undefined leaves them alone. */
  owner?: Ids;
};

const run = promisify(execFile);

/**
 * Chooses an account that PostgreSQL accepts and that can reach both its programs and its files.
 *
 * Root becomes `postgres` or `nobody`. Where folders on the way are closed to them (a checkout under /root), a user
 * namespace hides that we are root; where there are no namespaces (many containers), `nobody` gets the one capability
 * that opens folders. A user without a name (some containers again) is hidden likewise: PostgreSQL asks for one.
 *
 * @param postgres path of the server program
 * @param dataDirectory where its files are or will be
 * @throws Error if there is no such account
 */
export function chooseAccount(postgres: string, dataDirectory: string): Account {
  const uid = process.getuid?.();
  if (uid !== 0 && isNamed()) return { prefix: [] };
  mkdirSync(dataDirectory, { recursive: true });
  const account = (uid === 0 ? accountsForRoot() : [inNamespace(nobody())]).find(
    (one) => succeeds(one, [postgres, "--version"]) && succeeds(one, ["test", "-x", dataDirectory]),
  );
  if (account) return account;
  throw new Error(
    `PostgreSQL does not run as ${uid === 0 ? "root" : "a user without a name"}, and no other account can reach ${dataDirectory}. Start Colloquy as another user, move the checkout out of closed folders, or set DATABASE_URL.`,
  );
}

/** Runs a program as the account and answers its output; throws with its error output if it fails. */
export async function runAs(
  account: Account,
  command: readonly string[],
  timeoutMs: number,
): Promise<string> {
  const [program = "", ...args] = [...account.prefix, ...command];
  const { stdout } = await run(program, args, { ...surroundings(account), timeout: timeoutMs });
  return stdout;
}

/** Gives files to the account where another one (an earlier start by other means) still owns them. */
export function giveTo(account: Account, file: string): void {
  const owner = account.owner;
  if (!owner || statSync(file).uid === owner.uid) return;
  for (const entry of readdirSync(file, { recursive: true, withFileTypes: true })) {
    lchownSync(path.join(entry.parentPath, entry.name), owner.uid, owner.gid);
  }
  lchownSync(file, owner.uid, owner.gid);
}

function accountsForRoot(): Account[] {
  const others = ["postgres", "nobody"].flatMap((name) => idsOf(name) ?? []);
  return [
    ...others.map((ids) => ({ prefix: [], ...ids, owner: ids })),
    { ...inNamespace(nobody()), owner: { uid: 0, gid: 0 } },
    withCapability(nobody()),
  ];
}

function inNamespace({ uid, gid }: Ids): Account {
  return { prefix: ["unshare", "--user", `--map-user=${uid}`, `--map-group=${gid}`] };
}

function withCapability(ids: Ids): Account {
  const identity = [`--reuid=${ids.uid}`, `--regid=${ids.gid}`, "--clear-groups"];
  // Without the bit, the kernel forgets the capability whenever a program asks what it may open.
  return {
    prefix: [
      "setpriv",
      ...identity,
      "--securebits=+no_setuid_fixup",
      "--inh-caps=-all,+dac_override",
      "--ambient-caps=-all,+dac_override",
    ],
    owner: ids,
  };
}

function nobody(): Ids {
  return idsOf("nobody") ?? { uid: 65_534, gid: 65_534 };
}

function isNamed(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

function idsOf(name: string): Ids | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
  return uid?.status === 0 && gid?.status === 0
    ? { uid: Number(uid.stdout), gid: Number(gid.stdout) }
    : undefined;
}

function succeeds(account: Account, command: readonly string[]): boolean {
  const [program = "", ...args] = [...account.prefix, ...command];
  return (
    spawnSync(program, args, { ...surroundings(account), stdio: "ignore", timeout: 10_000 }).status === 0
  );
}

// A working directory everyone can enter, and nothing of the caller's environment that PostgreSQL would listen to.
function surroundings({ uid, gid }: Account) {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: "C" };
  for (const name of Object.keys(env)) if (name.startsWith("PG")) delete env[name];
  return { uid, gid, cwd: path.parse(process.cwd()).root, env };
}
