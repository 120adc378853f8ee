import type { ReactNode } from "react";
import { SettingsFrame } from "#components/settings/settings-frame.tsx";

type SettingsLayoutProps = { params: Promise<{ slug: string }>; children: ReactNode };

export default async function SettingsLayout({ params, children }: SettingsLayoutProps) {
  const { slug } = await params;
  return <SettingsFrame slug={slug}>{children}</SettingsFrame>;
}
