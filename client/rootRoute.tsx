import { createRootRoute } from '@tanstack/react-router';
import { Page } from '#client/frame/Page.tsx';

/** What all pages share. */
export const root = createRootRoute({ component: Page });
