import type { LiveView } from '#client/api/liveView.ts';
import { AUDIENCE } from '#shared/domain/audience.ts';

/** Whether anybody may see the camera of whoever looks at this screen: the lead coach's, while there is talk. Rule AUD1. */
export function mayShowCamera({ session, self }: Pick<LiveView, 'session' | 'self'>): boolean {
  return self?.part === 'lead' && AUDIENCE['coach-camera'][session.phase].length > 0;
}
