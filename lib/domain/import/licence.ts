const known: Record<string, string> = {
  mit: "MIT",
  apache2: "Apache-2.0",
  apache20: "Apache-2.0",
  apachelicense20: "Apache-2.0",
  cc0: "CC0-1.0",
  cc010: "CC0-1.0",
  bsd3clause: "BSD-3-Clause",
  bsd2clause: "BSD-2-Clause",
  odcby: "ODC-By-1.0",
  odbl: "ODbL-1.0",
  gpl30: "GPL-3.0",
  openrail: "OpenRAIL",
};

/** A licence in its SPDX spelling where it is a well-known one (`cc by 4.0` → `CC-BY-4.0`), else as it was written. */
export function licenceOf(text: string): string {
  const plain = text.trim();
  const key = plain.toLowerCase().replace(/[^a-z0-9]/g, "");
  if (Object.hasOwn(known, key)) return known[key] ?? plain;
  const creative = /^cc[\s-]*by((?:[\s-]*(?:nc|nd|sa))*)[\s-]*(\d\.\d)$/i.exec(plain);
  if (!creative) return plain;
  const terms = creative[1]?.toUpperCase().match(/NC|ND|SA/g) ?? [];
  return ["CC-BY", ...terms, creative[2]].join("-");
}
