"use client";

import { createContext, useContext } from "react";

/** What a control needs to belong to its field: ids for the wiring, and whether it is at fault. */
export type FieldWiring = {
  id: string;
  name?: string;
  labelId: string;
  describedBy?: string;
  invalid: boolean;
  required: boolean;
};

export const FieldContext = createContext<FieldWiring | null>(null);

/** The attributes that wire a native control to the field around it; none outside a field. */
export function useFieldControl() {
  const field = useContext(FieldContext);
  if (!field) return {};
  return {
    id: field.id,
    name: field.name,
    required: field.required || undefined,
    "aria-describedby": field.describedBy,
    "aria-invalid": field.invalid || undefined,
  };
}

/** The attributes that wire a group of controls (radios, segments) to the field around it. */
export function useFieldGroup() {
  const field = useContext(FieldContext);
  if (!field) return { name: undefined, attributes: {} };
  return {
    name: field.name,
    attributes: {
      "aria-labelledby": field.labelId,
      "aria-describedby": field.describedBy,
      "aria-invalid": field.invalid || undefined,
    },
  };
}
