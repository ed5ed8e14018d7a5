import { expect, test } from 'vitest';
import { devicePlatform } from './devicePlatform.ts';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15';

test.for([
  [
    'an iPhone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1',
    5,
    'ios',
  ],
  ['an iPad that says it is a Mac', `${MAC} (KHTML, like Gecko) Version/18.0 Safari/605.1.15`, 5, 'ios'],
  ['Safari on a Mac', `${MAC} (KHTML, like Gecko) Version/18.0 Safari/605.1.15`, 0, 'safari'],
  ['Chrome on a Mac', `${MAC} (KHTML, like Gecko) Chrome/140.0 Safari/537.36`, 0, 'chromium'],
  ['Chrome on a phone', 'Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36', 5, 'android'],
  ['Firefox on Windows', 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0', 0, 'firefox'],
] as const)('%s is told apart', ([, userAgent, maxTouchPoints, platform]) => {
  expect(devicePlatform({ userAgent, maxTouchPoints })).toBe(platform);
});
