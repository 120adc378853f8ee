import path from "node:path";
import { defineConfig } from "vitest/config";
import "./scripts/generate.ts";

// A time zone that is neither UTC nor whole hours away from it: what forgets the zone fails here.
process.env.TZ = "Asia/Kathmandu";
process.env.LOG_LEVEL = "silent";
// Some hundreds of processes load the same modules, which Node compiles once.
process.env.NODE_COMPILE_CACHE ??= path.resolve("node_modules/.cache/node-compile");

const common = {
  environment: "node",
  testTimeout: 60_000,
  hookTimeout: 60_000,
  teardownTimeout: 20_000,
} as const;
const everyFile = "./lib/server/testing/no-console-error.ts";

export default defineConfig({
  test: {
    // Tests wait for processes of their own as much as they compute: on two cores three files at once leave a twelfth of them idle,
    // where by default one would run.
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...common,
          name: "pure",
          include: ["lib/domain/**/*.test.ts", "components/**/*.test.{ts,tsx}"],
          setupFiles: [everyFile],
        },
      },
      {
        test: {
          ...common,
          name: "server",
          include: ["{app,bench,lib/server,prisma,scripts}/**/*.test.ts", "*.test.ts"],
          globalSetup: "./lib/server/testing/server.ts",
          setupFiles: [everyFile, "./lib/server/testing/setup.ts"],
        },
      },
    ],
  },
});
