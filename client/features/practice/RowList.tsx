import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeChip } from '#client/ui/CodeChip.tsx';
import { formatClock } from '#client/ui/formatClock.ts';
import { findCode } from '#shared/domain/programs/program.ts';
import css from './RowList.module.css';
import type { Coded, Row } from '#shared/practice/scoreRun.ts';

type Props = {
  readonly rows: readonly Row[];
  readonly coded: Coded;
  readonly onPlay: (ms: number) => void;
};

/** Every code of the key and of the coder side by side, in the order of the clip. */
export function RowList({ rows, coded, onPlay }: Props) {
  const { t } = useTranslation('practice');
  const [onlyDiffering, setOnlyDiffering] = useState(false);
  const shown = onlyDiffering ? rows.filter(({ kind }) => kind !== 'agreed') : rows;
  return (
    <section className={css['list']} aria-label={t('rows.label')}>
      <div className={css['top']}>
        <div>
          <h2>{t('rows.label')}</h2>
          <p className={css['lead']}>{t('rows.lead')}</p>
        </div>
        <label className={css['only']}>
          <input
            type="checkbox"
            checked={onlyDiffering}
            onChange={(event) => setOnlyDiffering(event.currentTarget.checked)}
          />
          {t('rows.differing')}
        </label>
      </div>
      {shown.length === 0 ? <p>{t('rows.noneDiffer')}</p> : null}
      <ol className={css['rows']}>
        {shown.map((row, index) => (
          <li key={index}>
            <RowLine row={row} coded={coded} onPlay={onPlay} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function RowLine({ row, coded, onPlay }: Pick<Props, 'coded' | 'onPlay'> & { readonly row: Row }) {
  const { t } = useTranslation('practice');
  const { kind, at, from, key, yours, line } = row;
  return (
    <button type="button" className={css['row']} data-kind={kind} onClick={() => onPlay(from)}>
      <span className="quiet figures">{formatClock(at, 'up')}</span>
      <Code code={key} coded={coded} whose={t('rows.key')} />
      <Code code={yours} coded={coded} whose={t('rows.yours')} />
      <span className={css['kind']}>{t(`rows.kind.${kind}`)}</span>
      <span className={css['what']}>{line?.text ?? ''}</span>
    </button>
  );
}

type CodeProps = { readonly code: string | undefined; readonly coded: Coded; readonly whose: string };

function Code({ code, coded: { program, phase }, whose }: CodeProps) {
  const definition = code === undefined ? undefined : findCode(program, code);
  return (
    <span className={css['code']}>
      <span className="quiet small">{whose}</span>
      {code === undefined ? (
        <span className={css['nothing']}>–</span>
      ) : (
        <CodeChip
          code={code}
          valence={definition?.valence[phase.id] ?? 'neutral'}
          tone={definition?.tone}
          name={definition?.name}
          size="small"
        />
      )}
    </span>
  );
}
