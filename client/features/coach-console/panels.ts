import type { CaregiverId, ParticipantId, WindowId } from '#shared/protocol/ids.ts';

/** What can be open at the side. One at a time, and never over the room. */
export type Panel =
  | { readonly is: 'people' | 'notes' | 'help' | 'library' | 'link' | 'recording' | 'pause' | 'leave' | 'safety' }
  | { readonly is: 'window'; readonly windowId: WindowId }
  | { readonly is: 'override'; readonly device: ParticipantId }
  | { readonly is: 'pair'; readonly caregiverId: CaregiverId };

export type OpenPanel = (panel: Panel) => void;
