import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { PadNamesToggle } from '#client/live/pad/PadNamesToggle.tsx';
import { KeyCap } from '#client/ui/KeyCap.tsx';
import type { Phase } from '#shared/domain/phase.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { CommandSequence } from '#shared/domain/sequence/commandSequence.ts';
import { favourites } from '../promptsIn.ts';
import css from './panels.module.css';

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

type Row = readonly [keys: readonly string[], does: string];

type HelpPanelProps = { readonly program: Program; readonly phase: Phase };

type Group = readonly [title: string, rows: readonly Row[]];

/** All keys, those of the program included. */
export function HelpPanel({ program, phase }: HelpPanelProps) {
  const { t } = useTranslation('console');
  const sequence = program.phases.find((one) => one.sequence !== undefined)?.sequence;
  const sequenceGroup = ({ keys }: CommandSequence): Group => [
    t('help.sequence'),
    SEQUENCE_KEYS.map((does): Row => [[keys[does].toUpperCase()], t(`help.follow.${does}`)]),
  ];
  const groups: readonly Group[] = [
    [
      t('help.voice'),
      [
        [['Space'], t('help.whisper')],
        [['W'], t('help.latch')],
      ],
    ],
    [
      t('help.session'),
      [
        [['⇧ ↵'], t('help.next')],
        [['P'], t('help.pause')],
        [['Alt A'], t('help.letIn')],
        [['.'], t('help.note')],
        [[','], t('help.people')],
        [[';'], t('help.recording')],
        [['F2'], t('help.safety')],
        [['F1'], t('help.help')],
        [['Esc'], t('help.close')],
      ],
    ],
    [
      t('help.prompts'),
      [
        [['/'], t('help.write')],
        ...favourites(program, phase).map(({ key, text }): Row => [[key?.toUpperCase() ?? ''], text]),
      ],
    ],
    [
      t('help.codes'),
      [
        ...program.codes
          .filter(({ keys, stream }) => keys.length > 0 && stream !== 'coach')
          .map(({ keys, name }): Row => [keys.map((key) => key.toUpperCase()), name]),
        [['?'], t('help.unsure')],
        [['+'], t('help.both')],
        [['5', '⌫', 'Ctrl Z'], t('help.undo')],
      ],
    ],
    ...(sequence ? [sequenceGroup(sequence)] : []),
  ];
  return (
    <>
      <PadNamesToggle />
      <p className="small quiet">{t('help.space')}</p>
      {groups.map(([title, rows]) => (
        <section key={title}>
          <h3 className={css['title']}>{title}</h3>
          <dl className={css['keys']}>
            {rows.map(([keys, does]) => (
              <Fragment key={does}>
                <dt>
                  {keys.map((key) => (
                    <KeyCap key={key}>{key}</KeyCap>
                  ))}
                </dt>
                <dd>{does}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
      <p className="small quiet">{t('help.hold')}</p>
    </>
  );
}
