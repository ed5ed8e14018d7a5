import { useTranslation } from 'react-i18next';
import { Dialog } from '#client/ui/Dialog.tsx';
import { usePlaceLabel } from '#client/live/keys/keySettings.ts';
import { KeyCap } from '#client/ui/KeyCap.tsx';
import css from './KeysDialog.module.css';
import { REVIEW_KEYS } from './reviewKey.ts';

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('review');
  const labelOf = usePlaceLabel();
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <dl className={css['keys']}>
        {REVIEW_KEYS.map(({ act, keys }) => (
          <div key={act}>
            <dt>
              {keys.map((key) => (
                <KeyCap key={key}>{capOf(key)}</KeyCap>
              ))}
            </dt>
            <dd>{t(`keys.act.${act}`)}</dd>
          </div>
        ))}
      </dl>
      <p className={css['more']}>{t('keys.lanes')}</p>
    </Dialog>
  );

  function capOf(key: string): string {
    switch (key) {
      case ' ':
        return t('keys.space');
      case 'arrowleft':
        return '←';
      case 'arrowright':
        return '→';
      case 'shift+d':
        return `⇧ ${labelOf('d')}`;
      case '-':
        return '−';
      default:
        return labelOf(key);
    }
  }
}
