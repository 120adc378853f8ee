import { expect, test } from "vitest";
import { keyOf } from "./key-of.ts";

const none = { ctrlKey: false, metaKey: false, shiftKey: false };

test.each([
  ["a letter", { key: "g" }, "g"],
  ["a capital, which is no other act by caps lock alone", { key: "G" }, "g"],
  ["a letter with shift", { key: "G", shiftKey: true }, "Shift+g"],
  ["a sign that needs shift on some keyboards", { key: "?", shiftKey: true }, "?"],
  ["a digit that needs shift on some keyboards", { key: "1", shiftKey: true }, "1"],
  ["an arrow with shift", { key: "ArrowUp", shiftKey: true }, "Shift+ArrowUp"],
  ["control", { key: "Enter", ctrlKey: true }, "Mod+Enter"],
  ["command, with shift", { key: "z", metaKey: true, shiftKey: true }, "Mod+Shift+z"],
])("names %s", (_, pressed, name) => expect(keyOf({ ...none, ...pressed })).toBe(name));
