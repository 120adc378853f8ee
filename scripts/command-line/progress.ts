import { formatSpan } from "#lib/domain/run/format.ts";

const width = 28;

/**
 * A bar on a terminal's last line of stderr; where stderr is no terminal, one line per tenth, so that logs
 * stay short.
 */
export class ProgressBar {
  readonly #label: string;
  #tenth = -1;
  readonly #live = process.stderr.isTTY === true;

  constructor(label: string) {
    this.#label = label;
  }

  /**
   * @param done how much is done
   * @param all how much there is; null while that is not known
   * @param etaSeconds how long it will still take; null while that is not known
   */
  show(done: number, all: number | null, etaSeconds: number | null = null): void {
    const count = done.toLocaleString("en");
    if (all === null || all === 0) {
      if (this.#live) process.stderr.write(`\r\x1b[K${this.#label} ${count}`);
      return;
    }
    const share = Math.min(1, done / all);
    if (this.#live) {
      const filled = Math.round(share * width);
      const left = etaSeconds === null ? "" : `, ${formatSpan(etaSeconds * 1000)} left`;
      const bar = `${"█".repeat(filled)}${"░".repeat(width - filled)}`;
      process.stderr.write(`\r\x1b[K${this.#label} ${bar} ${count} of ${all.toLocaleString("en")}${left}`);
      return;
    }
    const tenth = Math.floor(share * 10);
    if (tenth !== this.#tenth) {
      this.#tenth = tenth;
      process.stderr.write(`${this.#label} ${count} of ${all.toLocaleString("en")}\n`);
    }
  }

  /** Takes the bar away, so that what follows starts on a clean line. */
  end(): void {
    if (this.#live) process.stderr.write("\r\x1b[K");
  }
}
