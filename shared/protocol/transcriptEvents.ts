import type { Program } from '#shared/domain/programs/program.ts';
import type { CodedEvent } from '#shared/domain/scoring/codedEvent.ts';
import { resolveCandidates } from '#shared/domain/scoring/resolveCandidates.ts';
import type { Transcript, TranscriptEvent } from './transcript.ts';

/** The events that count in scoring: those that stand, each with its one code. Rules COD3, COD4. */
export function eventsToScore({ events }: Pick<Transcript, 'events'>, program: Program): readonly CodedEvent[] {
  return events
    .filter(({ retracted }) => retracted !== true)
    .flatMap((event) => {
      const code = codeOf(event, program);
      if (code === undefined) return [];
      const { at, effective = true, void: isVoid = false } = event;
      return [{ at, code, effective, void: isVoid }];
    });
}

function codeOf({ code, candidates, mode }: TranscriptEvent, program: Program): string | undefined {
  if (candidates === undefined || mode === undefined) return code;
  return resolveCandidates(program, candidates, mode);
}
