import { useTranslation } from 'react-i18next';
import { type KeyGroup, type KeyRow, KeyRows } from '#client/live/keys/KeyRows.tsx';
import { padCells } from '#client/live/pad/padCells.ts';
import { PadNamesToggle } from '#client/live/pad/PadNamesToggle.tsx';
import { usePadKeyRows } from '#client/live/pad/usePadKeyRows.ts';
import type { Phase } from '#shared/domain/phase.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { CommandSequence } from '#shared/domain/sequence/commandSequence.ts';
import { ShowGuideButton } from '../Guide.tsx';
import { keyedPrompts } from '../promptsIn.ts';

const SEQUENCE_KEYS = [
  'done',
  'complied',
  'refused',
  'noChance',
  'escape',
  'noise',
  'say',
  'notEffective',
  'ruleBroken',
  'stop',
] as const satisfies readonly (keyof CommandSequence['keys'])[];

type HelpPanelProps = { readonly program: Program; readonly phase: Phase };

/** All keys, including those of the program, and the key settings. */
export function HelpPanel({ program, phase }: HelpPanelProps) {
  const { t } = useTranslation(['console', 'pad']);
  const codes = usePadKeyRows(padCells(program, program.phases[0]));
  const sequence = program.phases.find((one) => one.sequence !== undefined)?.sequence;
  const prompts = keyedPrompts(program, phase).map(({ key, text }): KeyRow => ({ keys: [key], does: text }));
  const groups: readonly KeyGroup[] = [
    {
      title: t('help.voice'),
      rows: [
        { keys: [], fixed: ['Space'], does: t('help.whisper') },
        { keys: ['w'], does: t('help.latch') },
      ],
    },
    {
      title: t('help.session'),
      rows: [
        { keys: [], fixed: ['⇧ ↵'], does: t('help.next') },
        { keys: ['p'], does: t('help.pause') },
        { keys: [], fixed: ['Alt A'], does: t('help.letIn') },
        { keys: ['.'], does: t('help.note') },
        { keys: [','], does: t('help.people') },
        { keys: [';'], does: t('help.recording') },
        { keys: ['f2'], does: t('help.safety') },
        { keys: ['f1'], does: t('help.help') },
        { keys: [], fixed: ['Esc'], does: t('help.close') },
      ],
    },
    { title: t('help.prompts'), rows: [{ keys: ['/'], does: t('help.write') }, ...prompts] },
    { title: t('pad:keys.codes'), rows: codes },
    ...(sequence ? [{ title: t('help.sequence'), rows: sequenceRows(sequence) }] : []),
  ];
  function sequenceRows({ keys }: CommandSequence): readonly KeyRow[] {
    return SEQUENCE_KEYS.map((does) => ({ keys: [keys[does]], does: t(`help.follow.${does}`) }));
  }
  return (
    <>
      <ShowGuideButton />
      <PadNamesToggle />
      <p className="small quiet">{t('help.space')}</p>
      <KeyRows groups={groups} />
      <p className="small quiet">{t('help.hold')}</p>
    </>
  );
}
