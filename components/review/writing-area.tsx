"use client";

import { type ComponentProps, type RefObject, useLayoutEffect } from "react";
import { Textarea } from "#components/ui/textarea.tsx";
import { useIsInteractive } from "./use-is-interactive.ts";

type WritingAreaProps = Omit<
  ComponentProps<typeof Textarea>,
  "ref" | "value" | "defaultValue" | "onChange"
> & {
  area: RefObject<HTMLTextAreaElement | null>;
  value: string;
  onValueChange: (value: string) => void;
};

/**
 * A text area that keeps what is typed by itself and takes only what comes from elsewhere: undo, another tab. A value
 * or a default that React holds is written into the page's tree with each key, and the browser then matches the
 * styles of a whole long chain anew; so there is one only in the page as it comes from the server.
 */
export function WritingArea({ area, value, onValueChange, ...rest }: WritingAreaProps) {
  const isInteractive = useIsInteractive();
  useLayoutEffect(() => {
    const element = area.current;
    if (isInteractive && element && element.value !== value) element.value = value;
  }, [area, value, isInteractive]);
  return (
    <Textarea
      {...rest}
      ref={area}
      defaultValue={isInteractive ? undefined : value}
      onChange={(event) => onValueChange(event.target.value)}
    />
  );
}
