import { type LossWhy, type Sense, SENSES } from '#shared/domain/sight.ts';

/** `unknown`: never measured. `cut-off`: the lead coach or the room is gone. */
export type SenseSight =
  | { readonly is: 'unknown' }
  | { readonly is: 'seen'; readonly since: number }
  | { readonly is: 'lost'; readonly since: number; readonly why: LossWhy | 'cut-off' };

/** A span of session time without picture or without sound; open while `to` is undefined. */
export type Loss = {
  readonly what: Sense;
  readonly why: LossWhy | 'cut-off';
  readonly from: number;
  readonly to: number | undefined;
};

/** What the lead coach receives of the room now, and what was missing so far, oldest first. */
export type SightState = Readonly<Record<Sense, SenseSight>> & { readonly losses: readonly Loss[] };

export const NOTHING_SEEN: SightState = { picture: { is: 'unknown' }, sound: { is: 'unknown' }, losses: [] };

/** The room's picture and sound for the lead coach. Older logs did not measure: all is unknown. */
export function sightOf({ sight }: { readonly sight: SightState }): SightState {
  return sight;
}

export function lostSenses({ sight }: { readonly sight: SightState }): readonly Sense[] {
  return SENSES.filter((sense) => sight[sense].is === 'lost');
}

/** Whether the lost sense never reached the media server, so that a recording has a hole there too. */
export function isMissingInRecording(why: Loss['why']): boolean {
  return why === 'device-stopped' || why === 'turned-off' || why === 'not-arriving';
}

/** Whether a loss would be news. Once everybody is connected again, a measured loss explains what is still missing. */
export function isNewLoss(sense: SenseSight, why: Loss['why']): boolean {
  return sense.is !== 'lost' || (sense.why === 'cut-off' && why !== 'cut-off');
}

/** A sense is lost from a moment on (session time, ms). */
export function lose(sight: SightState, what: Sense, since: number, why: Loss['why']): SightState {
  const before = sight[what];
  if (!isNewLoss(before, why)) return sight;
  if (before.is === 'lost') return loseBy(sight, what, Math.max(since, before.since), { ...before, why });
  const from = before.is === 'seen' ? Math.max(since, before.since) : since;
  return {
    ...sight,
    [what]: { is: 'lost', since: from, why },
    losses: [...sight.losses, { what, why, from, to: undefined }],
  };
}

/** A cut connection's loss becomes another kind. The time of the last picture or sound stays. */
function loseBy(sight: SightState, what: Sense, from: number, sense: SenseSight & { readonly is: 'lost' }): SightState {
  const losses = ended(sight.losses, (loss) => loss.what === what, from);
  return { ...sight, [what]: sense, losses: [...losses, { what, why: sense.why, from, to: undefined }] };
}

/** A sense is there from a moment on. */
export function find(sight: SightState, what: Sense, at: number): SightState {
  if (sight[what].is === 'seen') return sight;
  return { ...sight, [what]: { is: 'seen', since: at }, losses: ended(sight.losses, (loss) => loss.what === what, at) };
}

/** Ends the open losses. A loss of zero length is removed. */
export function ended(losses: readonly Loss[], isOver: (loss: Loss) => boolean, at: number): readonly Loss[] {
  return losses
    .map((loss) => (loss.to === undefined && isOver(loss) ? { ...loss, to: Math.max(at, loss.from) } : loss))
    .filter(({ from, to }) => to === undefined || to > from);
}
