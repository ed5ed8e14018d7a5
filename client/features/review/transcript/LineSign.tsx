import {
  IconBookmark,
  IconBulb,
  IconEarOff,
  IconFlag,
  IconHourglass,
  IconListCheck,
  IconMessage,
  IconMessageCircle,
  IconMicrophone,
  IconNote,
  IconPlugOff,
} from '@tabler/icons-react';
import { CodeChip } from '#client/ui/CodeChip.tsx';
import { findCode, type Program } from '#shared/domain/programs/program.ts';
import type { TranscriptLine, TranscriptLineType } from '#shared/session/review/transcriptLine.ts';

type Props = { readonly line: TranscriptLine; readonly program: Program };

/** The kind of line at a glance: a code’s chip, or a sign. */
export function LineSign({ line, program }: Props) {
  if (line.type !== 'code') {
    const Sign = SIGNS[line.type];
    return <Sign size={18} stroke={1.75} aria-hidden />;
  }
  const { code, treatmentPhase, standing, mode, effective } = line;
  const definition = findCode(program, code);
  return (
    <CodeChip
      code={code}
      valence={definition?.valence[treatmentPhase] ?? 'neutral'}
      tone={definition?.tone}
      size="small"
      undone={standing.is === 'undone' || standing.is === 'struck' || standing.is === 'corrected'}
      mark={markOf(mode, effective)}
    />
  );
}

const SIGNS = {
  words: IconMessage,
  uncoded: IconEarOff,
  prompt: IconBulb,
  voice: IconMicrophone,
  phase: IconFlag,
  window: IconHourglass,
  gap: IconPlugOff,
  step: IconListCheck,
  note: IconNote,
  bookmark: IconBookmark,
  comment: IconMessageCircle,
} satisfies Record<Exclude<TranscriptLineType, 'code'>, typeof IconNote>;

function markOf(mode: 'both' | 'unsure' | undefined, effective: boolean): '?' | '+' | '!' | undefined {
  if (!effective) return '!';
  if (mode === undefined) return undefined;
  return mode === 'unsure' ? '?' : '+';
}
