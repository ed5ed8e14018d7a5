import { fail } from '#shared/protocol/reply.ts';
import type { MediaAnswers } from '#server/media/mediaPorts.ts';

const refuse = async () => fail('not-now', 'This session is closed.');

/** The answers to media commands in a closed session, which has no media. */
export const NO_MEDIA: MediaAnswers = {
  'media:capabilities': refuse,
  'media:open-transport': refuse,
  'media:connect-transport': refuse,
  'media:restart-ice': refuse,
  'media:produce': refuse,
  'media:stop-producing': refuse,
  'media:listen': refuse,
  'media:resume': refuse,
};
