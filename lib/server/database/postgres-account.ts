import { execFile, spawnSync } from "node:child_process";
import { lchownSync, mkdirSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

/** As whom PostgreSQL's programs run, since they refuse to run as root. */
export type Account = {
  /** Put before each command. */
  prefix: readonly string[];
  uid?: number;
  gid?: number;
  /** Who must own the files of the cluster, seen from here; undefined leaves them alone. */
  owner?: { uid: number; gid: number };
};

const run = promisify(execFile);

/**
 * Chooses an account that can reach both the programs and the cluster.
 *
 * Root becomes `postgres` or `nobody`. Where folders on the way are closed to them (a checkout under /root), a user
 * namespace hides that we are root; where there are no namespaces (many containers), `nobody` gets the one capability
 * that opens folders.
 *
 * @param postgres path of the server program
 * @param cluster path of the data files, which need not exist yet
 * @throws Error if root has no way to start PostgreSQL here
 */
export function chooseAccount(postgres: string, cluster: string): Account {
  if (process.getuid?.() !== 0) return { prefix: [] };
  mkdirSync(path.dirname(cluster), { recursive: true });
  const works = (account: Account) =>
    succeeds(account, [postgres, "--version"]) && succeeds(account, ["test", "-x", path.dirname(cluster)]);
  const account = rootAccounts().find(works);
  if (!account) {
    throw new Error(
      `PostgreSQL does not run as root, and no other account can reach ${cluster}. Start Colloquy as another user, move the checkout out of closed folders, or set DATABASE_URL.`,
    );
  }
  return account;
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

function rootAccounts(): Account[] {
  const ids = ["postgres", "nobody"].flatMap((name) => {
    const uid = numericId("-u", name);
    const gid = numericId("-g", name);
    return uid === undefined || gid === undefined ? [] : [{ uid, gid }];
  });
  const nobody = ids.at(-1) ?? { uid: 65_534, gid: 65_534 };
  return [
    ...ids.map((id) => ({ prefix: [], ...id, owner: id })),
    {
      prefix: ["unshare", "--user", `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`],
      owner: { uid: 0, gid: 0 },
    },
    {
      prefix: [
        "setpriv",
        `--reuid=${nobody.uid}`,
        `--regid=${nobody.gid}`,
        "--clear-groups",
        // Without this bit the kernel forgets the capability whenever a program asks what it may open.
        "--securebits=+no_setuid_fixup",
        "--inh-caps=-all,+dac_override",
        "--ambient-caps=-all,+dac_override",
      ],
      owner: nobody,
    },
  ];
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

function numericId(flag: string, name: string): number | undefined {
  const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : undefined;
}
