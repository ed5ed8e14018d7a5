import type { CodeDefinition } from '../program.ts';

const step = (code: string, name: string, definition: string, examples: readonly string[] = []): CodeDefinition => {
  return { code, name, definition, examples, stream: 'procedure', valence: {}, keys: [] };
};
const inLogAlone = { inTranscript: false } as const;

/** The steps of following a command through. They are not commands and count in no criterion. Rule PDI1. */
export const STEP_CODES: readonly CodeDefinition[] = [
  step('WARN', 'Warning', 'Says once what happens if the child does not do it.', ['“… or you will sit on the chair.”']),
  step('CHAIR', 'To the chair', 'Takes the child to the chair, calmly and at once, and says why.'),
  step('ESCAPE', 'Left the chair', 'Half of the child’s body or more is off the chair before the parent says so.'),
  step('ROOM', 'To the back-up', 'The child goes to the back-up place that was signed for, or the parent leaves.'),
  step('RELEASE', 'Ready', 'The child says or shows that it is ready to do what was asked.'),
  step('REDO', 'Command again', 'Gives the first command again, in the same words.'),
  step('ACK', 'Acknowledged', 'Takes note of compliance after the chair, briefly and without praise.', ['“Okay.”']),
  step('STOP', 'Stopped', 'The procedure is ended for safety, illness, distress or a disclosure. It does not count.'),
  { ...step('SEAT', 'Seated', 'The child sits on the chair: its clock starts.'), ...inLogAlone },
  { ...step('INROOM', 'In the back-up', 'The child is in the back-up place: its clock starts.'), ...inLogAlone },
  { ...step('NOISE', 'Noise', 'A noise that breaks the quiet: the seconds of quiet start again.'), ...inLogAlone },
  { ...step('UNREADY', 'Not ready', 'Refuses or does not answer when asked: the chair starts again.'), ...inLogAlone },
  { ...step('RULE', 'House rule broken', 'Leads straight to the chair, without command or warning.'), ...inLogAlone },
];
