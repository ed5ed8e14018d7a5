import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogButtons } from '#client/ui/DialogButtons.tsx';
import { QrCode } from '#client/ui/QrCode.tsx';
import css from './ShareLink.module.css';
import { useCopy } from '#client/ui/useCopy.ts';

type Words = {
  readonly copied: string;
  readonly notCopied: string;
  readonly address: string;
  /** How long it is valid, and how often it can be opened. */
  readonly lasts: string;
  readonly qr: string;
  readonly scan: string;
};

type Props = {
  readonly url: string;
  /** Whether it was copied as soon as it was made. */
  readonly copiedAtOnce: boolean;
  readonly words: Words;
  readonly onDone: () => void;
  /** What became of earlier links. */
  readonly children?: ReactNode;
};

/** A link to give to somebody, as copied text and as QR code. */
export function ShareLink({ url, copiedAtOnce, words, onDone, children }: Props) {
  const { t } = useTranslation('planning');
  const { copied, copy } = useCopy(copiedAtOnce);
  return (
    <div className={css['link']}>
      <p role="status" className="strong">
        {copied ? words.copied : words.notCopied}
      </p>
      <TextInput readOnly value={url} aria-label={words.address} onFocus={(event) => event.currentTarget.select()} />
      <p className="quiet small">{words.lasts}</p>
      <div className={css['scan']}>
        <QrCode text={url} label={words.qr} />
        <p className="quiet small">{words.scan}</p>
      </div>
      <DialogButtons>
        {'share' in navigator && (
          <Button variant="default" onClick={() => void navigator.share({ url }).catch(() => undefined)}>
            {t('link.share')}
          </Button>
        )}
        <Button variant="default" onClick={() => void copy(url)}>
          {t('link.copy')}
        </Button>
        <Button onClick={onDone} data-autofocus>
          {t('link.done')}
        </Button>
      </DialogButtons>
      {children}
    </div>
  );
}
