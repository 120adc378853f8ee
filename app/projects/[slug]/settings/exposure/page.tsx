import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { ExposureSettingsForm } from "#components/exposure/settings-form.tsx";
import { exposureStrings } from "#lib/domain/strings/exposure.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadExposureSettings } from "#lib/server/exposure/settings.ts";
import { saveExposureSettings } from "./actions.ts";

export const metadata: Metadata = { title: exposureStrings.settings.title };

export default async function ExposureSettingsPage({
  params,
}: PageProps<"/projects/[slug]/settings/exposure">) {
  const [actor, { slug }] = await Promise.all([requireActor(), params]);
  const settings = await load(() => loadExposureSettings(actor, slug));
  return <ExposureSettingsForm slug={slug} settings={settings} save={saveExposureSettings} />;
}
