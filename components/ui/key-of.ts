type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey">;

/**
 * Names what was pressed: `e`, `Shift+g`, `Mod+Enter`. Signs are themselves, whatever
 * keys a keyboard has them on.
 */
export function keyOf({ key, ctrlKey, metaKey, shiftKey }: Pressed): string {
  const named = key.length === 1 ? key.toLowerCase() : key;
  const isSign = key.length === 1 && !/^[a-z]$/.test(named);
  return [(ctrlKey || metaKey) && "Mod", shiftKey && !isSign && "Shift", named].filter(Boolean).join("+");
}
