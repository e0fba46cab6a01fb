/** The sign of the program: a card of which a slice is given away. */
export function Mark() {
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="14" fill="#0a6459" />
      <rect x="13" y="19" width="38" height="22" rx="3" fill="none" stroke="#e3efeb" strokeWidth="3" />
      <path d="M13 14v36" stroke="#e3efeb" strokeWidth="3" strokeLinecap="round" />
      <path d="M21 46h16" stroke="#e3efeb" strokeWidth="4" />
      <rect x="19" y="25" width="10" height="10" rx="1.5" fill="#f2c879" />
      <path d="M36 25v10M43 25v10" stroke="#e3efeb" strokeWidth="3" strokeLinecap="round" opacity=".55" />
    </svg>
  );
}
