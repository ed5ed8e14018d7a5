import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '#client/components/KeyCap.tsx';
import type { Phase } from '#shared/domain/phase.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import { favourites } from '../promptsIn.ts';
import css from './panels.module.css';

type Row = readonly [keys: readonly string[], does: string];

/** All keys, those of the programme included. */
export function HelpPanel({ programme, phase }: { readonly programme: Programme; readonly phase: Phase }) {
  const { t } = useTranslation('console');
  const groups: readonly (readonly [title: string, rows: readonly Row[]])[] = [
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
        [['⇧ ↵'], t('help.primary')],
        [['P'], t('help.pause')],
        [['Alt A'], t('help.letIn')],
        [['.'], t('help.note')],
        [[','], t('help.people')],
        [['?'], t('help.help')],
        [['Esc'], t('help.close')],
      ],
    ],
    [
      t('help.prompts'),
      [
        [['/'], t('help.write')],
        ...favourites(programme, phase).map(({ key, text }): Row => [[key?.toUpperCase() ?? ''], text]),
      ],
    ],
    [
      t('help.codes'),
      [
        ...programme.codes
          .filter(({ stream, keys }) => stream !== 'coach' && keys.length > 0)
          .map(({ keys, name }): Row => [keys.map((key) => key.toUpperCase()), name]),
        [['5', '⌫', 'Ctrl Z'], t('help.undo')],
      ],
    ],
  ];
  return (
    <>
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
