/** What a reader chose about something that they read, and where they find support. */
export type ReaderExposure = {
  /** Its text is blurred until they ask for it. */
  blur: boolean;
  /** Minutes of reading after which a break is suggested; null never. */
  breakMinutes: number | null;
  supportUrl: string | null;
};
