import type { TranscriptLine } from '#shared/session/review/transcriptLine.ts';
import type { WrittenUtterance } from './transcriptProps.ts';

/**
 * The initial text for somebody who writes on this line: its words, or none. Undefined for a line that nobody said.
 * Text of a machine becomes new words of the writer.
 */
export function utteranceOn(line: TranscriptLine): WrittenUtterance | undefined {
  switch (line.type) {
    case 'code': {
      const { words, at, codeId, stream } = line;
      if (stream === 'procedure') return undefined;
      return { utteranceId: idOf(words), at, stream: stream ?? 'parent', text: words?.text ?? '', codeId };
    }
    case 'words':
      return {
        utteranceId: idOf(line.words),
        at: line.at,
        stream: line.speaker ?? 'parent',
        text: line.words.text,
        codeId: null,
      };
    case 'uncoded':
      return { utteranceId: undefined, at: line.at, stream: 'parent', text: '', codeId: null };
    default:
      return undefined;
  }
}

function idOf(words: Extract<TranscriptLine, { type: 'code' }>['words']) {
  return words?.source === 'typed' ? words.utteranceId : undefined;
}
