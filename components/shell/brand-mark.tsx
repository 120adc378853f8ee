/** The sign of the product: a thought between two voices. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className={className}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <g fill="none" strokeWidth="2.8" strokeLinecap="round" className="stroke-accent-ink">
        <path d="M12.4 7.4a9.6 9.6 0 0 0 0 17.2" />
        <path d="M19.6 7.4a9.6 9.6 0 0 1 0 17.2" />
      </g>
      <circle cx="16" cy="16" r="2.7" className="fill-accent-ink" />
    </svg>
  );
}
