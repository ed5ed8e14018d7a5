export type DevicePlatform = 'ios' | 'android' | 'safari' | 'firefox' | 'chromium';

/** What somebody sits at, as far as the way to its permissions differs. iPads call themselves Macs, with touch. */
export function devicePlatform({
  userAgent,
  maxTouchPoints,
}: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): DevicePlatform {
  const isTouchMac = userAgent.includes('Macintosh') && maxTouchPoints > 1;
  if (/iPhone|iPad|iPod/.test(userAgent) || isTouchMac) return 'ios';
  if (userAgent.includes('Android')) return 'android';
  if (userAgent.includes('Firefox')) return 'firefox';
  return userAgent.includes('Safari') && !/Chrom(e|ium)/.test(userAgent) ? 'safari' : 'chromium';
}
