/**
 * Request header in which `proxy.ts` tells a page its own path and query; absent on actions and route
 * handlers. Only ever used to lead back after signing in.
 */
export const pagePathHeader = "x-colloquy-page";
