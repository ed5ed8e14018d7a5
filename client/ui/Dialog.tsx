import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Dialog.module.css';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  /** For content in columns. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

const WIDE_PX = 640;

/** A dialog with a title and a close button. Never in a live session, where nothing may cover the room. */
export function Dialog({ title, onClose, isWide = false, children }: Props) {
  const { t } = useTranslation();
  return (
    <Modal.Root
      opened
      onClose={onClose}
      centered
      {...(isWide && { size: WIDE_PX })}
      classNames={{ content: css['content'] }}
    >
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content>
        <Modal.Body>
          <div className={css['top']}>
            <Modal.Title className="large strong">{title}</Modal.Title>
            <Modal.CloseButton aria-label={t('close')} />
          </div>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
