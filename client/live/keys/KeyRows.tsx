import { Button } from '@mantine/core';
import { Fragment, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '#client/ui/KeyCap.tsx';
import css from './KeyRows.module.css';
import { ownKeys, useKeyLabel, useOwnKeys } from './keySettings.ts';
import { NamedKey } from './NamedKey.tsx';
import { isMovable, nameAt, placeFor, withPlace } from './ownKeys.ts';
import { placeName } from './placeName.ts';

export type KeyRow = {
  /** Key names, as in programs and the console. */
  readonly keys: readonly string[];
  /** Keys and chords that nobody can change, as shown. */
  readonly fixed?: readonly string[];
  readonly does: string;
};

export type KeyGroup = { readonly title: string; readonly rows: readonly KeyRow[] };

/** What the keys do. On request, lets a person assign another key to each, stored in this browser. */
export function KeyRows({ groups }: { readonly groups: readonly KeyGroup[] }) {
  const { t } = useTranslation('pad');
  const own = useOwnKeys();
  const label = useKeyLabel();
  const [isChanging, setChanging] = useState(false);
  const [said, setSaid] = useState('');
  const all = groups.flatMap(({ rows }) => rows);

  function choose(name: string, does: string, event: KeyboardEvent) {
    if (['Tab', 'Escape', 'Shift', 'Control', 'Alt', 'AltGraph', 'Meta'].includes(event.key)) return;
    event.preventDefault();
    const place = placeName(event.nativeEvent);
    const key = label(nameAt(own, place));
    const taken = all.find(({ keys }) => keys.some((other) => other !== name && placeFor(own, other) === place));
    if (!isMovable(place)) setSaid(t('keys.fixed'));
    else if (taken) setSaid(t('keys.taken', { key, does: taken.does }));
    else {
      ownKeys.set(withPlace(own, name, place));
      setSaid(t('keys.moved', { key, does }));
    }
  }

  return (
    <>
      <div className="actions">
        <Button size="compact-sm" variant="default" aria-pressed={isChanging} onClick={() => setChanging(!isChanging)}>
          {t(isChanging ? 'keys.done' : 'keys.change')}
        </Button>
        {Object.keys(own).length > 0 && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              ownKeys.set({});
              setSaid(t('keys.wasReset'));
            }}
          >
            {t('keys.reset')}
          </Button>
        )}
      </div>
      <p className={css['said']} role="status">
        {said || (isChanging && t('keys.how'))}
      </p>
      {groups.map(({ title, rows }) => (
        <section key={title}>
          <h3 className="caption">{title}</h3>
          <dl className={css['keys']}>
            {rows.map(({ keys, fixed = [], does }) => (
              <Fragment key={does}>
                <dt>
                  {keys.map((name) =>
                    isChanging && isMovable(name) ? (
                      <input
                        key={name}
                        className={css['field']}
                        readOnly
                        value={label(name)}
                        aria-label={t('keys.field', { key: label(name), does })}
                        onKeyDown={(event) => choose(name, does, event)}
                      />
                    ) : (
                      <NamedKey key={name} name={name} />
                    ),
                  )}
                  {fixed.map((key) => (
                    <KeyCap key={key}>{key}</KeyCap>
                  ))}
                </dt>
                <dd>{does}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
