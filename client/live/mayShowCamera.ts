import type { LiveView } from '#client/api/liveView.ts';
import { AUDIENCE } from '#shared/domain/audience.ts';

/** Whether anybody may see this person's camera: the lead coach's, in phases with talk. Rule AUD1. */
export function mayShowCamera({ session, self }: Pick<LiveView, 'session' | 'self'>): boolean {
  return self?.part === 'lead' && AUDIENCE['coach-camera'][session.phase].length > 0;
}
