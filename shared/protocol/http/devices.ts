import { z } from 'zod';
import { DEVICE_KINDS } from '#shared/domain/people.ts';
import { CaregiverId, ParticipantId, SessionId } from '../ids.ts';
import { KnownName } from '../names.ts';
import { FamilyCard } from './diary.ts';
import { RedeemLink } from './link.ts';
import { EVERYONE, type Routes } from './route.ts';

/** What a device that redeemed its link is told about itself. */
export const Device = z.object({
  deviceId: ParticipantId,
  sessionId: SessionId,
  kind: z.enum(DEVICE_KINDS),
  wearer: CaregiverId.nullable(),
  /** Null for a device that was not let in: the link may have reached the wrong person. Rule PER6. */
  therapistName: KnownName.nullable(),
  /** Whether its session is closed and nothing more is captured for it. */
  isOver: z.boolean(),
});
export type Device = z.infer<typeof Device>;

export const deviceRoutes = {
  'device:join': {
    method: 'POST',
    path: '/api/join',
    does: 'Trades a link for a device, known by a cookie from then on.',
    for: EVERYONE,
    audit: 'device.joined',
    limit: 'link',
    body: RedeemLink,
    answer: Device,
    refusals: { 410: 'The link was used or is too old.' },
  },
  'device:read': {
    method: 'GET',
    path: '/api/device',
    does: 'Reads the device that asks, known by its cookie.',
    for: EVERYONE,
    audit: null,
    limit: 'open',
    answer: Device,
    refusals: { 401: 'The browser is not a device of a session.' },
  },
  'device-cards:read': {
    method: 'GET',
    path: '/api/device/cards',
    does: 'Reads the cards of the caregivers who wear the device that asks.',
    for: EVERYONE,
    audit: 'card.read',
    limit: 'page',
    answer: z.array(FamilyCard),
    refusals: {
      401: 'The browser is not a device of a session.',
      403: 'The device was not let in.',
      409: 'The session is not over.',
    },
  },
} as const satisfies Routes;
