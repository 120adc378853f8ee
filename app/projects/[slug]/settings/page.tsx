import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { GeneralForm } from "#components/settings/general-form.tsx";
import { settingsStrings as strings } from "#lib/domain/strings/settings.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadSettings } from "#lib/server/projects/settings.ts";
import { saveProjectSettings } from "./actions.ts";

export const metadata: Metadata = { title: strings.title };

export default async function SettingsPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const actor = await requireActor();
  const settings = await load(() => loadSettings(actor, slug));
  return <GeneralForm slug={slug} settings={settings} save={saveProjectSettings} />;
}
