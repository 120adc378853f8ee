"use client";

import { useState } from "react";
import { Input } from "#components/ui/input.tsx";

/**
 * An input for a number. What is no number is handed on as NaN, for the schema to refuse with its sentence; nothing
 * entered is null.
 */
export function NumberInput({
  value,
  onChange,
  whole = false,
  placeholder,
}: {
  value: number | null;
  onChange: (value: number | null) => void;
  whole?: boolean;
  /** What holds where nothing is entered. */
  placeholder?: string;
}) {
  const [text, setText] = useState(value === null ? "" : String(value));
  return (
    <Input
      inputMode={whole ? "numeric" : "decimal"}
      autoComplete="off"
      placeholder={placeholder}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        const entered = target.value.trim().replace(",", ".");
        onChange(entered === "" ? null : Number(entered));
      }}
    />
  );
}
