const width = 28;

/**
 * A bar on a terminal's last line of stderr. Where stderr is no terminal, one line per tenth, so that logs stay
 * short.
 */
export class ProgressBar {
  readonly #label: string;
  readonly #live = process.stderr.isTTY === true;
  #tenth = 0;

  constructor(label: string) {
    this.#label = label;
  }

  /**
   * @param share how much is done, 0 to 1
   * @param text what stands behind the bar
   */
  show(share: number, text: string): void {
    if (this.#live) {
      const filled = Math.round(share * width);
      const bar = `${"█".repeat(filled)}${"░".repeat(width - filled)}`;
      process.stderr.write(`\r\x1b[K${this.#label} ${bar} ${text}`);
      return;
    }
    const tenth = Math.floor(share * 10);
    if (tenth === this.#tenth) return;
    this.#tenth = tenth;
    process.stderr.write(`${this.#label} ${text}\n`);
  }

  /** Takes the bar away, so that what follows starts on a clean line. */
  end(): void {
    if (this.#live) process.stderr.write("\r\x1b[K");
  }
}
