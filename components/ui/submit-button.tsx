"use client";

import { useContext } from "react";
import { FormContext } from "./action-state.ts";
import { Button, type ButtonProps } from "./button.tsx";

/** The button that sends the ActionForm around it; busy while the answer is awaited. */
export function SubmitButton({ variant = "primary", ...rest }: ButtonProps) {
  const { busy } = useContext(FormContext);
  return <Button {...rest} type="submit" variant={variant} busy={busy || rest.busy} />;
}
