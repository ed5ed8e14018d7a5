// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { createContactStore } from '#client/api/clinicContact.ts';
import { browserPressStore } from '#client/api/pressStore.ts';
import { shutBrowser } from '#client/api/testing/shutBrowser.ts';
import { readDevices, rememberDevices } from '#client/live/device-check/rememberedDevices.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';
import { tabMark } from './tabMark.ts';

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
});

const device = { deviceId: ParticipantId.parse('00000000-0000-4000-8000-000000000001') };

test('in a browser without storage, chosen devices, the passed check and the clinic are known until the page is left', async () => {
  shutBrowser();
  rememberDevices(browserPressStore(), { cameraId: 'c1' });
  expect(readDevices(browserPressStore())).toEqual({});
  const checked = tabMark(browserPressStore('tab'), 'checked', device);
  checked.set();
  expect(checked.isSet()).toBe(false);
  const lark = { name: 'Lark Clinic', telephone: '' };
  const contact = createContactStore(async () => lark, browserPressStore);
  await contact.ask();
  expect(contact.known()).toEqual(lark);
});

test('a check is known only to its tab, for its device, until it is forgotten', () => {
  const checked = tabMark(browserPressStore('tab'), 'checked', device);
  checked.set();
  expect(checked.isSet()).toBe(true);
  const other = { deviceId: ParticipantId.parse('00000000-0000-4000-8000-000000000002') };
  expect(tabMark(browserPressStore('tab'), 'checked', other).isSet()).toBe(false);
  expect(tabMark(browserPressStore('tab'), 'turned-off', device).isSet()).toBe(false);
  expect(browserPressStore().keys()).toEqual([]);
  checked.clear();
  expect(checked.isSet()).toBe(false);
});
