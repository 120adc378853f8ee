"use client";

import { BarePage } from "#components/shell/bare-page.tsx";
import { ErrorMessage, type RouteError } from "#components/shell/error-message.tsx";

export default function RouteErrorPage(props: RouteError) {
  return (
    <BarePage>
      <ErrorMessage {...props} />
    </BarePage>
  );
}
