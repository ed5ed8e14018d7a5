import type { CaregiverId } from '#shared/protocol/ids.ts';
import { distinct } from './distinct.ts';
import type { ExportScene } from '#shared/session/exportScene.ts';
import { plainLine } from './plainLine.ts';

/** The caregivers' names, made different, for files that know people only by name. */
export function subjectNames({ state }: Pick<ExportScene, 'state'>): ReadonlyMap<CaregiverId, string> {
  const names = distinct(state.caregivers.map(({ name }) => plainLine(name).trim() || '–'));
  return new Map(state.caregivers.map(({ caregiverId, name }, index) => [caregiverId, names[index] ?? name]));
}
