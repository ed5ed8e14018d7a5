import { useTranslation } from 'react-i18next';
import { useKeyLabel } from '#client/live/keys/keySettings.ts';
import { NamedKey } from '#client/live/keys/NamedKey.tsx';
import { useQuietView } from '#client/live/LiveContext.tsx';
import type { OpenPanel, Panel } from './panels.ts';
import css from './Tools.module.css';

type ToolsProps = {
  readonly panel: Panel | undefined;
  readonly openPanel: OpenPanel;
  readonly onClose: () => void;
};

const TOOLS = [
  { is: 'people', key: ',' },
  { is: 'notes', key: '.' },
  { is: 'safety', key: 'f2' },
  { is: 'help', key: 'f1' },
] as const;

/** Buttons that open the side panels, with their keys. */
export function Tools({ panel, openPanel, onClose }: ToolsProps) {
  const { t } = useTranslation('console');
  const keyOf = useKeyLabel();
  const { session } = useQuietView();
  const here = Object.values(session.participants).filter(({ present, admitted }) => present && admitted).length;
  const counts = { people: here, notes: session.notes.length, safety: 0, help: 0 };
  return (
    <nav className={css['tools']} aria-label={t('panel.tools')}>
      {TOOLS.map(({ is, key }) => (
        <button
          key={is}
          type="button"
          className={css['tool']}
          aria-expanded={panel?.is === is}
          aria-keyshortcuts={keyOf(key)}
          onClick={() => (panel?.is === is ? onClose() : openPanel({ is }))}
        >
          <NamedKey name={key} />
          {t(`panel.${is}`)}
          {is === 'safety' && session.safety === undefined && (
            <span className={css['due']}>{t('panel.unconfirmed')}</span>
          )}
          {counts[is] > 0 && <span className="quiet figures">{counts[is]}</span>}
        </button>
      ))}
    </nav>
  );
}
