import type { CaregiverId, ParticipantId, WindowId } from '#shared/protocol/ids.ts';

/** The side panels. One is open at a time, and none covers the room. */
export type Panel =
  | { readonly is: 'people' | 'notes' | 'help' | 'library' | 'link' | 'recording' | 'pause' | 'leave' | 'safety' }
  | { readonly is: 'window'; readonly windowId: WindowId }
  | { readonly is: 'override'; readonly device: ParticipantId }
  | { readonly is: 'pair'; readonly caregiverId: CaregiverId };

export type OpenPanel = (panel: Panel) => void;
