"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { commonStrings } from "#lib/domain/strings/common.ts";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";

type CopyButtonProps = {
  text: string;
  /** What is copied, as the accessible name; with `wide` it is shown too. */
  label?: string;
  wide?: boolean;
  className?: string;
};

/** Copies a text and says that it did. */
export function CopyButton({ text, label = commonStrings.copy, wide = false, className }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);

  async function handleClick() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Browsers refuse on plain http and without permission.
      toast.error(commonStrings.notCopied);
    }
  }

  const icon = copied ? <Check aria-hidden className="text-ok" /> : <Copy aria-hidden />;
  const forget = () => setCopied(false);
  return (
    <>
      {wide ? (
        <Button onClick={handleClick} onBlur={forget} className={className}>
          {icon}
          {copied ? commonStrings.copied : label}
        </Button>
      ) : (
        <IconButton
          size="sm"
          label={copied ? commonStrings.copied : label}
          onClick={handleClick}
          onBlur={forget}
          onPointerLeave={forget}
          className={className}
        >
          {icon}
        </IconButton>
      )}
      <span aria-live="polite" className="sr-only">
        {copied && commonStrings.copied}
      </span>
    </>
  );
}
