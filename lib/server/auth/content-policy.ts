/**
 * The Content-Security-Policy of every page: scripts need this answer's nonce, and nothing is loaded from or
 * sent to any other host.
 *
 * Styles may be inline: primitives (toasts, scroll locks, positions) write them at run time without a nonce,
 * and no text of people or models is ever rendered as markup that could carry a style.
 *
 * @param nonce fresh for each answer
 * @param isDevelopment React's development build evaluates code, and hot reload uses a WebSocket
 */
export function contentPolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
