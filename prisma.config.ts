import { defineConfig } from "prisma/config";

// Read by Prisma's command line only, which `npm run prisma -- …` starts with the URL of the right database.
export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
