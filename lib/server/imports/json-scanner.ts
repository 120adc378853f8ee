const code = (character: string) => character.charCodeAt(0);
const quote = code('"');
const backslash = code("\\");
const openList = code("[");
const opens = new Set(["[", "{"].map(code));
const closes = new Set(["]", "}"].map(code));
const between = new Set([" ", "\n", "\r", "\t", ","].map(code));

/** What a character is to the values around it. `ended`: the value before it ended with the character before. */
export type Boundary = "begins" | "ends" | "ended" | "none";

/**
 * Finds where the values of a JSON text begin and end without parsing them: the items of a list on the top level,
 * else what stands on the top level itself. Remembers one position, whatever the length of the text. Text that is
 * no JSON gives values that do not parse, or leaves `isOpen` set.
 */
export class JsonScanner {
  /** Lists and objects around the next character. */
  depth = 0;
  /** Whether values are items of a list on the top level. */
  inList = false;
  private value: "none" | "string" | "group" | "word" = "none";
  private inString = false;
  private isEscaped = false;

  /** Whether the text cannot end here. */
  get isOpen(): boolean {
    return this.depth > 0 || this.inString;
  }

  /** Whether a value has begun that nothing has ended yet; the end of the text ends a word. */
  get inWord(): boolean {
    return this.value === "word";
  }

  read(character: number): Boundary {
    if (this.inString) return this.readString(character);
    if (between.has(character)) return this.value === "word" && this.isOutside ? this.end("ended") : "none";
    if (closes.has(character)) return this.close();
    if (this.value === "none" && character === openList && !this.inList) {
      this.inList = true;
      this.depth = 1;
      return "none";
    }
    const begins = this.value === "none";
    if (begins) this.value = opens.has(character) ? "group" : character === quote ? "string" : "word";
    if (opens.has(character)) this.depth++;
    if (character === quote) this.inString = true;
    return begins ? "begins" : "none";
  }

  private get isOutside(): boolean {
    return this.depth === Number(this.inList);
  }

  private readString(character: number): Boundary {
    if (this.isEscaped) this.isEscaped = false;
    else if (character === backslash) this.isEscaped = true;
    else if (character === quote) {
      this.inString = false;
      if (this.value === "string") return this.end("ends");
    }
    return "none";
  }

  private close(): Boundary {
    const boundary = this.value === "word" && this.isOutside ? this.end("ended") : "none";
    this.depth--;
    if (this.value === "group" && this.isOutside) return this.end("ends");
    if (this.depth <= 0) this.inList = false;
    return boundary;
  }

  private end(boundary: "ends" | "ended"): Boundary {
    this.value = "none";
    return boundary;
  }
}
