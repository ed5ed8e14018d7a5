/** Minutes and seconds. A countdown rounds up, so that it shows 0:00 only when time is up; a count rounds down. */
export function formatClock(ms: number, counts: 'up' | 'down'): string {
  const exact = Math.max(0, ms) / 1_000;
  const seconds = counts === 'down' ? Math.ceil(exact) : Math.floor(exact);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
