export type DevicePlatform = 'ios' | 'android' | 'safari' | 'firefox' | 'chromium';

/** The platform, as far as its permission settings differ. iPads report themselves as Macs with touch. */
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
