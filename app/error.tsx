"use client";

import { ErrorMessage, type RouteError } from "#components/shell/error-message.tsx";

export default function RouteErrorPage(props: RouteError) {
  return (
    <main className="px-6">
      <ErrorMessage {...props} />
    </main>
  );
}
