import { useTranslation } from 'react-i18next';
import { Dialog } from '#client/ui/Dialog.tsx';
import { KeyCap } from '#client/ui/KeyCap.tsx';
import css from './KeysDialog.module.css';
import { REVIEW_KEYS } from './reviewKey.ts';

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('review');
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <dl className={css['keys']}>
        {REVIEW_KEYS.map(({ act, keys }) => (
          <div key={act}>
            <dt>
              {keys.map((key) => (
                <KeyCap key={key}>{capOf(key, t('keys.space'))}</KeyCap>
              ))}
            </dt>
            <dd>{t(`keys.act.${act}`)}</dd>
          </div>
        ))}
      </dl>
      <p className={css['more']}>{t('keys.lanes')}</p>
    </Dialog>
  );
}

function capOf(key: string, space: string): string {
  switch (key) {
    case ' ':
      return space;
    case 'arrowleft':
      return '←';
    case 'arrowright':
      return '→';
    case 'shift+d':
      return '⇧ D';
    case '-':
      return '−';
    default:
      return key.toUpperCase();
  }
}
