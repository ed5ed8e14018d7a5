import { useTranslation } from 'react-i18next';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import css from './AccountPage.module.css';
import { NameSection } from './NameSection.tsx';
import { PasskeysSection } from './PasskeysSection.tsx';
import { PasswordSection } from './PasswordSection.tsx';
import { SecondFactorSection } from './SecondFactorSection.tsx';
import { SignInsSection } from './SignInsSection.tsx';

/** A person's own account: name, password, second step, passkeys, and where they are signed in. */
export function AccountPage() {
  const { t } = useTranslation('account');
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <div className={css['sections']}>
        <NameSection />
        <PasswordSection />
        <SecondFactorSection />
        <PasskeysSection />
        <SignInsSection />
      </div>
    </PageFrame>
  );
}
