import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { words as common } from './en/common.ts';
import { type Namespace, namespaces } from './namespaces.ts';

/** Loads a feature's texts when the feature first asks for them. */
const lazyWords: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (_language, namespace, done) => {
    const load = Object.entries(namespaces).find(([name]) => name === namespace)?.[1];
    if (load === undefined) {
      done(new Error(`There are no words for "${namespace}"`), null);
      return;
    }
    load().then(
      ({ words }) => done(null, words),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    );
  },
};

/** The one i18next instance. The texts are English; another language is another folder beside `en`. */
export const i18n = i18next;

void i18n
  .use(lazyWords)
  .use(initReactI18next)
  .init({
    lng: 'en',
    fallbackLng: 'en',
    ns: ['common'],
    defaultNS: 'common',
    resources: { en: { common } },
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
    initAsync: false,
  });

/** Loads texts before the screen that needs them. A route calls it while loading its component. */
export async function loadWords(...names: readonly Namespace[]): Promise<void> {
  await i18n.loadNamespaces(names);
}
