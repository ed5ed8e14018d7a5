import { useTranslation } from 'react-i18next';
import { CodeChip } from '#client/ui/CodeChip.tsx';
import css from './CodeGuide.module.css';
import type { Cell } from '#client/live/pad/padCells.ts';

/** The meaning of each code on the pad with examples, to look up while coding. */
export function CodeGuide({ cells }: { readonly cells: readonly Cell[] }) {
  const { t } = useTranslation('practice');
  return (
    <details className={css['guide']}>
      <summary>{t('guide.label')}</summary>
      <dl className={css['codes']}>
        {cells.map(({ action, definition, valence }) =>
          definition === undefined ? null : (
            <div key={action} className={css['code']}>
              <dt>
                <CodeChip code={action} valence={valence} tone={definition.tone} size="small" />
                {definition.name}
              </dt>
              <dd>
                {definition.definition}
                {definition.examples.map((example) => (
                  <span key={example} className={css['example']}>
                    {example}
                  </span>
                ))}
              </dd>
            </div>
          ),
        )}
      </dl>
    </details>
  );
}
