import { defineConfig } from "@playwright/test";
import base from "./playwright.config.ts";

// `npm run screens`: takes the pictures of docs/screens.md anew, from the running product.
export default defineConfig({ ...base, testMatch: "screens*.ts", timeout: 240_000 });
